// What came before and after a request: on the same resource, and in the same tenant.
import type { Database } from 'better-sqlite3';
import type { RequestNeighbours } from '../../../shared/admin/request-log-pages.ts';

export interface ResourceKey {
  readonly tenant: string | null;
  readonly resourceType: string | null;
  readonly resourceId: string | null;
}

/** `isVisible`: whether a request has not been removed. */
export function createNeighbourFinder(db: Database, isVisible: (id: number) => boolean) {
  const statements = prepareStatements(db);

  function find(id: number): RequestNeighbours | undefined {
    const key = statements.key.get(id);
    if (key === undefined) return undefined;
    const bound = { ...key, id };
    return {
      onResource: {
        previous: first(statements.previousOnResource.iterate(bound)),
        next: first(statements.nextOnResource.iterate(bound)),
      },
      inTenant: {
        previous: first(statements.previousInTenant.iterate(bound)),
        next: first(statements.nextInTenant.iterate(bound)),
      },
    };
  }

  /** Looks are cheap, and few of them are needed. */
  function first(ids: IterableIterator<number>): number | null {
    const found = [...take(ids, 500)];
    return found.find(isVisible) ?? null;
  }

  /** Whether no request on this resource is in the log yet; there is none for requests that are about no resource. */
  function isFirst({ tenant, resourceType, resourceId }: ResourceKey): boolean {
    if (resourceId === null) return false;
    return statements.hasResource.get({ tenant, resourceType, resourceId }) === undefined;
  }

  return { find, isFirst };
}

function* take<Item>(items: Iterable<Item>, count: number): Generator<Item> {
  let taken = 0;
  for (const item of items) {
    if (taken === count) return;
    taken += 1;
    yield item;
  }
}

const SAME_RESOURCE = `
  resource_id = :resourceId and resource_type is :resourceType and tenant is :tenant`;

function prepareStatements(db: Database) {
  const select = (condition: string) =>
    db.prepare<[object], number>(`select id from request_log where ${condition}`).pluck();
  return {
    key: db.prepare<[number], ResourceKey>(`
      select tenant, resource_type as resourceType, resource_id as resourceId
      from request_log
      where id = ?`),
    previousOnResource: select(`${SAME_RESOURCE} and id < :id order by id desc`),
    nextOnResource: select(`${SAME_RESOURCE} and id > :id order by id`),
    previousInTenant: select('tenant is :tenant and id < :id order by id desc'),
    nextInTenant: select('tenant is :tenant and id > :id order by id'),
    hasResource: select(`${SAME_RESOURCE} limit 1`),
  };
}
