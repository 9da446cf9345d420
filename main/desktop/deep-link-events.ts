// The ways by which a link or a file from outside reaches the app: with its start, with a second start (which hands it
// over to the first and ends), on macOS as an event that may come before the app is ready.
import { app } from 'electron';
import { findLink, LINK_SCHEME, parseDeepLink } from './deep-link.ts';
import { findFile } from './opened-files.ts';

export interface LinkTarget {
  readonly open: (route: string) => void;
  readonly openFile: (place: string) => void;
  readonly showWindow: () => void;
}

export interface Links {
  /** Those that have come so far are opened now, later ones as they come. */
  readonly connect: (target: LinkTarget) => void;
}

type Arrival =
  | { readonly kind: 'link'; readonly link: string }
  | { readonly kind: 'file'; readonly place: string };

/** Before `ready`. */
export function watchForLinks(): Links {
  registerScheme();
  let target: LinkTarget | undefined;
  const waiting: Arrival[] = arrivalsOf(process.argv.slice(1), process.cwd());

  function receive(arrival: Arrival): void {
    if (target === undefined) waiting.push(arrival);
    else handOver(arrival, target);
  }

  app.on('open-url', (event, link) => {
    event.preventDefault();
    receive({ kind: 'link', link });
  });
  app.on('open-file', (event, place) => {
    event.preventDefault();
    receive({ kind: 'file', place });
  });
  app.on('second-instance', (_event, argv, folder) => {
    target?.showWindow();
    for (const arrival of arrivalsOf(argv.slice(1), folder)) receive(arrival);
  });

  return {
    connect(next) {
      target = next;
      for (const arrival of waiting.splice(0)) handOver(arrival, next);
    },
  };
}

/** Of the words of a start, the program's own name excepted. */
function arrivalsOf(argv: readonly string[], folder: string): Arrival[] {
  const link = findLink(argv);
  const place = findFile(argv, folder);
  return [
    ...(link === undefined ? [] : [{ kind: 'link', link } as const]),
    ...(place === undefined ? [] : [{ kind: 'file', place } as const]),
  ];
}

function handOver(arrival: Arrival, target: LinkTarget): void {
  if (arrival.kind === 'file') {
    target.openFile(arrival.place);
    return;
  }
  const route = parseDeepLink(arrival.link);
  if (route === undefined) logIgnored(arrival.link);
  else target.open(route);
}

/** The packages register it where the system asks for that at installation (Linux, macOS); Windows wants it done here. */
function registerScheme(): void {
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
}

/** Quoted and cut: a link is a stranger's text. */
function logIgnored(link: string): void {
  process.stderr.write(`A link was ignored: ${JSON.stringify(link.slice(0, 100))}\n`);
}
