// Where the workspace lives when nobody says: one place for the desktop app and the headless server.
// Linux: XDG Base Directory, `$XDG_DATA_HOME`; macOS: Application Support; Windows: %APPDATA%.

export interface Machine {
  readonly platform: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string | undefined>>;
}

export function defaultDataDir(machine: Machine): string {
  const { platform, home, env } = machine;
  if (platform === 'win32') {
    return `${env['APPDATA'] ?? `${home}\\AppData\\Roaming`}\\scim-mock-tenant`;
  }
  if (platform === 'darwin') {
    return `${home}/Library/Application Support/scim-mock-tenant`;
  }
  const dataHome = env['XDG_DATA_HOME'];
  return `${dataHome?.startsWith('/') ? dataHome : `${home}/.local/share`}/scim-mock-tenant`;
}
