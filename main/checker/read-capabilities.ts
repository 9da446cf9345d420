// What the target says that it can do (RFC 7643 §5, RFC 9865 §4, RFC 9967 §4), and what it shows where no document tells.
import type { Capability } from './capability.ts';
import type { Answer, Exchanger } from './exchange.ts';
import { describe, pick } from './expectations.ts';
import { SEARCH_URN } from './urns.ts';

export interface Readiness {
  readonly capabilities: ReadonlySet<Capability>;
  /** Why nothing can be checked; null when it can. */
  readonly problem: string | null;
}

/** Asks for a page of Users first: where that does not work, no check would say anything. */
export async function readCapabilities({ send }: Exchanger): Promise<Readiness> {
  const users = await send('GET', '/Users?count=1');
  if (users.status !== 200) {
    return {
      capabilities: new Set(),
      problem: `GET /Users?count=1 with the token was answered ${describe(users)}`,
    };
  }
  const config = await send('GET', '/ServiceProviderConfig');
  const probes = await probe(send);
  return { capabilities: new Set([...advertised(config), ...probes]), problem: null };
}

/** PATCH and filters are taken for supported where no document says anything. */
function advertised({ status, body }: Answer): readonly Capability[] {
  if (status !== 200) return ['patch', 'filter'];
  const isSupported = (name: string) => pick(body, name, 'supported') === true;
  const named = ['patch', 'bulk', 'filter', 'changePassword', 'sort', 'etag'] as const;
  const asyncRequest = pick(body, 'securityEvents', 'asyncRequest');
  return [
    ...named.filter(isSupported),
    ...(pick(body, 'pagination', 'cursor') === true ? (['cursor'] as const) : []),
    ...(asyncRequest === 'request' || asyncRequest === 'long' ? (['async'] as const) : []),
  ];
}

async function probe(send: Exchanger['send']): Promise<readonly Capability[]> {
  const body = { schemas: [SEARCH_URN], count: 1 };
  const search = await send('POST', '/Users/.search', { body });
  const rootQuery = await send('GET', '/?count=1');
  const me = await send('GET', '/Me');
  return [
    ...(search.status === 200 ? (['search'] as const) : []),
    ...(rootQuery.status === 200 && pick(rootQuery.body, 'totalResults') !== undefined
      ? (['rootQuery'] as const)
      : []),
    ...([200, 307, 308].includes(me.status) ? (['me'] as const) : []),
  ];
}
