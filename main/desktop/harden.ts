// What no page of this app may do, whatever it has become: leave its place, open windows, ask for permissions.
// Links to the outside go to the system's browser, https only.
import { app, session, shell } from 'electron';
import { OpenExternalArgument } from '../../shared/shell.ts';

const ALLOWED_PERMISSIONS = new Set(['clipboard-sanitized-write']);

export function hardenWebContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.isMainFrame) event.preventDefault();
    });
    contents.setWindowOpenHandler(({ url }) => {
      if (OpenExternalArgument.safeParse(url).success) void shell.openExternal(url);
      return { action: 'deny' };
    });
  });
}

/** After `ready`: the default session does not exist before. */
export function hardenSession(): void {
  session.defaultSession.setPermissionRequestHandler((_contents, permission, done) =>
    done(ALLOWED_PERMISSIONS.has(permission)),
  );
  session.defaultSession.setPermissionCheckHandler((_contents, permission) =>
    ALLOWED_PERMISSIONS.has(permission),
  );
}
