// Links from outside: `scimtenant://open/requests?filter=…`, `scimtenant://open/users/<id>`. Anybody can make one, so
// they lead to a known screen of the app and do nothing else; the rest is ignored with one line in the log.
import { AppPath } from '../../shared/shell.ts';

export const LINK_SCHEME = 'scimtenant';

const MOST_CHARACTERS = 2_048;
const ID = /^[\w.~-]{1,128}$/;
const REQUEST_ID = /^\d{1,15}$/;

interface Screen {
  /** Search parameters that may come with it. */
  readonly search: readonly string[];
  /** What may follow the screen's name, kept as its `id`. */
  readonly id?: RegExp;
}

const RESOURCE_SCREEN: Screen = { search: ['filter', 'tab'], id: ID };
const PLAIN_SCREEN: Screen = { search: [] };

const SCREENS: ReadonlyMap<string, Screen> = new Map([
  ['requests', { search: ['filter', 'tab'], id: REQUEST_ID }],
  ['users', RESOURCE_SCREEN],
  ['groups', RESOURCE_SCREEN],
  ['scenarios', { search: ['scenario'] }],
  ...['schema', 'compose', 'checks', 'snapshots', 'settings', 'help'].map(
    (name) => [name, PLAIN_SCREEN] as const,
  ),
]);

/** The route of the UI that a link means; undefined: no link of ours. */
export function parseDeepLink(link: string): string | undefined {
  const url = readLink(link);
  if (url === undefined) return undefined;
  const [name = '', id, ...more] = url.pathname.replace(/^\/|\/$/g, '').split('/');
  if (name === '' && id === undefined) return '/';
  const screen = SCREENS.get(name);
  if (screen === undefined || more.length > 0) return undefined;
  return toPath(name, screen, { id, search: url.searchParams });
}

function readLink(link: string): URL | undefined {
  if (link.length > MOST_CHARACTERS || !URL.canParse(link)) return undefined;
  const url = new URL(link);
  const isOurs = url.protocol === `${LINK_SCHEME}:` && url.host.toLowerCase() === 'open';
  return isOurs && url.username === '' && url.hash === '' ? url : undefined;
}

/** The first of the words that a program was started with that looks like a link, whatever it holds. */
export function findLink(argv: readonly string[]): string | undefined {
  return argv.find((word) => word.toLowerCase().startsWith(`${LINK_SCHEME}:`));
}

function toPath(
  name: string,
  screen: Screen,
  given: { readonly id: string | undefined; readonly search: URLSearchParams },
): string | undefined {
  const search = new URLSearchParams();
  for (const [key, value] of given.search) {
    if (!screen.search.includes(key)) return undefined;
    search.set(key, value);
  }
  if (given.id !== undefined) {
    if (screen.id?.test(given.id) !== true) return undefined;
    search.set('id', given.id);
  }
  const path = search.size === 0 ? `/${name}` : `/${name}?${search.toString()}`;
  return AppPath.safeParse(path).data;
}
