// Links from outside: `scimtenant://open/requests?filter=…`, `scimtenant://open/users/<id>`, `scimtenant://open/scenario/<id>`,
// `scimtenant://open/entra/logs`. Anybody can make one, so they lead to a known screen of the app and do nothing else; the
// rest is ignored with one line in the log.
import { AppPath } from '../../shared/shell.ts';

export const LINK_SCHEME = 'scimtenant';

const MOST_CHARACTERS = 2_048;
const ID = /^[\w.~-]{1,128}$/;
const REQUEST_ID = /^\d{1,15}$/;
const TYPE_NAME = /^[A-Za-z][\w-]{0,99}$/;

interface Screen {
  /** Search parameters that may come with it. */
  readonly search: readonly string[];
  /** What may follow the screen's name, kept in the search under `idName`. */
  readonly id?: RegExp;
  /** `id` where it is absent. */
  readonly idName?: string;
  /** The route, where it is another than the name. */
  readonly route?: string;
}

const RESOURCE_SCREEN: Screen = { search: ['filter', 'tab'], id: ID };
const PLAIN_SCREEN: Screen = { search: [] };
const ENTRY_SCREEN: Screen = { search: [], id: ID };

const SCREENS: ReadonlyMap<string, Screen> = new Map([
  ['requests', { search: ['filter', 'tab'], id: REQUEST_ID }],
  ['users', RESOURCE_SCREEN],
  ['groups', RESOURCE_SCREEN],
  ['scenarios', { search: ['scenario'] }],
  ['scenario', { search: [], id: ID, idName: 'scenario', route: 'scenarios' }],
  ['entra/logs', { search: ['identity', 'text', 'status', 'action', 'tab'], id: ID }],
  ['entra/directory', { search: ['tab', 'text'], id: ID }],
  ['entra/connections', { search: ['text', 'type'], id: ID }],
  ['entra/mapping', { search: ['object'] }],
  ['entra/users-and-groups', { search: ['tab', 'text'], id: ID }],
  ['entra/discovery', { search: ['tab'] }],
  ...['entra/on-demand', 'entra/audit', 'entra/mailbox'].map(
    (name) => [name, ENTRY_SCREEN] as const,
  ),
  ...['entra/overview', 'entra/connectivity', 'integration/scim'].map(
    (name) => [name, PLAIN_SCREEN] as const,
  ),
  ...['schema', 'compose', 'checks', 'snapshots', 'settings', 'help'].map(
    (name) => [name, PLAIN_SCREEN] as const,
  ),
]);

/** The route of the UI that a link means; undefined: no link of ours. */
export function parseDeepLink(link: string): string | undefined {
  const url = readLink(link);
  if (url === undefined) return undefined;
  const words = url.pathname.replace(/^\/|\/$/g, '').split('/');
  if (words.length === 1 && words[0] === '') return '/';
  const found = findScreen(words);
  if (found === undefined || found.rest.length > 1) return undefined;
  const [id] = found.rest;
  return toPath(found.route, found.screen, { id, search: url.searchParams });
}

interface Found {
  readonly route: string;
  readonly screen: Screen;
  /** What follows its name. */
  readonly rest: readonly string[];
}

/** A screen has one word or two: `users`, `entra/logs`, `types/Device` of a type of one's own. */
function findScreen([first = '', second = '', ...more]: readonly string[]): Found | undefined {
  const pair = `${first}/${second}`;
  if (first === 'types' && TYPE_NAME.test(second)) {
    return { route: pair, screen: RESOURCE_SCREEN, rest: more };
  }
  const double = SCREENS.get(pair);
  if (double !== undefined) return { route: pair, screen: double, rest: more };
  const single = SCREENS.get(first);
  const rest = second === '' && more.length === 0 ? [] : [second, ...more];
  return single && { route: single.route ?? first, screen: single, rest };
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
  route: string,
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
    search.set(screen.idName ?? 'id', given.id);
  }
  const path = search.size === 0 ? `/${route}` : `/${route}?${search.toString()}`;
  return AppPath.safeParse(path).data;
}
