// Entry of the Electron main process. It knows nothing of SCIM: it hosts the server process and shows its UI.
// Nothing here awaits `app.whenReady()` at top level: Electron holds `ready` back until this module has run.
import { app, crashReporter } from 'electron';
import { watchForLinks } from './deep-link-events.ts';
import { hardenWebContents } from './harden.ts';
import { runDesktop } from './run-desktop.ts';

// A terminal that has gone away is no reason to end.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

// enableSandbox() would override --no-sandbox, and as root every child process then aborts.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
// Windows shows notifications only of what it knows by this name; electron-builder.yml says the same.
app.setAppUserModelId('io.github.scim-mock-tenant');
// Reports stay in a folder of this machine.
crashReporter.start({ uploadToServer: false });
hardenWebContents();

if (app.requestSingleInstanceLock()) {
  const links = watchForLinks();
  void app.whenReady().then(() => runDesktop(import.meta.dirname, links));
} else {
  app.quit(); // the first instance comes to the front (see `second-instance`)
}
