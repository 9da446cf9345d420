// The ways by which a link from outside reaches the app: with its start, with a second start (which hands it over to
// the first and ends), on macOS as an event that may come before the app is ready.
import { app } from 'electron';
import { findLink, LINK_SCHEME, parseDeepLink } from './deep-link.ts';

export interface LinkTarget {
  readonly open: (route: string) => void;
  readonly showWindow: () => void;
}

export interface Links {
  /** Those that have come so far are opened now, later ones as they come. */
  readonly connect: (target: LinkTarget) => void;
}

/** Before `ready`. */
export function watchForLinks(): Links {
  registerScheme();
  let target: LinkTarget | undefined;
  let waiting: string | undefined = findLink(process.argv.slice(1));

  function receive(link: string): void {
    const route = parseDeepLink(link);
    if (route === undefined) logIgnored(link);
    else target?.open(route);
  }

  app.on('open-url', (event, link) => {
    event.preventDefault();
    if (target === undefined) waiting = link;
    else receive(link);
  });
  app.on('second-instance', (_event, argv) => {
    target?.showWindow();
    const link = findLink(argv);
    if (link !== undefined) receive(link);
  });

  return {
    connect(next) {
      target = next;
      if (waiting !== undefined) receive(waiting);
      waiting = undefined;
    },
  };
}

/** The packages register it where the system asks for that at installation (Linux, macOS); Windows wants it done here. */
function registerScheme(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** Quoted and cut: a link is a stranger's text. */
function logIgnored(link: string): void {
  process.stderr.write(`A link was ignored: ${JSON.stringify(link.slice(0, 100))}\n`);
}
