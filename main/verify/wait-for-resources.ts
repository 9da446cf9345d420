// A long poll on what a tenant stores: answers as soon as so many resources match a filter, or with how many do when the
// time is up. Looks again whenever something in the tenant has changed.
import type { LiveEvent } from '../../shared/live-event.ts';
import type { ResourceWait } from '../../shared/admin/verification.ts';
import { isJsonArray, isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import { invariant } from '../base/assert.ts';
import { queryResources } from '../provider/query-resources.ts';
import type { OperationContext } from '../provider/context.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import type { WaitDependencies } from './wait-for-requests.ts';

export interface AwaitedResources {
  /** The tenant as it is at each look: its schemas and profile may change meanwhile. */
  readonly open: () => { readonly context: OperationContext; readonly model: ResourceModel };
  readonly tenant: string;
  readonly filter: string;
  /** undefined = at least one. */
  readonly count: number | undefined;
  readonly timeoutMs: number;
}

const SHOWN = 20;

export function waitForResources(
  { feed, clock }: Omit<WaitDependencies, 'store'>,
  awaited: AwaitedResources,
): Promise<ResourceWait> {
  const startedMs = clock.monotonicMs();
  return new Promise((resolve, reject) => {
    const timer = setTimeout(finish, awaited.timeoutMs);
    let turn: NodeJS.Immediate | undefined;
    let unsubscribe: () => void = () => undefined;
    unsubscribe = feed.subscribe(undefined, {
      onEvent(event) {
        if (isAbout(event, awaited.tenant)) turn ??= setImmediate(() => look(false));
      },
      onEnd: finish,
    });
    look(false);

    function look(isLast: boolean): void {
      turn = undefined;
      try {
        const found = count(awaited);
        if (!found.isReached && !isLast) return;
        end();
        const kind = found.isReached ? 'reached' : 'not-reached';
        const { totalResults, resources } = found;
        const waitedMs = Math.round(clock.monotonicMs() - startedMs);
        resolve({ kind, totalResults, resources, waitedMs });
      } catch (error) {
        end();
        reject(error instanceof Error ? error : new Error('The wait failed', { cause: error }));
      }
    }

    function finish(): void {
      look(true);
    }

    function end(): void {
      clearTimeout(timer);
      clearImmediate(turn);
      unsubscribe();
    }
  });
}

/** Several changes in one turn of the event loop are one look. */
function isAbout(event: LiveEvent, tenant: string): boolean {
  switch (event.type) {
    case 'resource-changed':
    case 'tenants-changed':
      return event.data.tenant === tenant;
    case 'job-progress':
      return event.data.job.tenant === tenant;
    case 'reset':
      return true;
    default:
      return false;
  }
}

function count({ open, filter, count: wanted }: AwaitedResources) {
  const { context, model } = open();
  const projection = { attributes: [], excludedAttributes: ['members'] };
  const page = { filter, startIndex: 1, count: SHOWN, projection };
  const { body } = queryResources(context, model, page);
  invariant(isJsonObject(body), 'a query answers with a ListResponse');
  const totalResults = Number(body['totalResults']);
  const isReached = wanted === undefined ? totalResults > 0 : totalResults === wanted;
  const { Resources: found } = body;
  const resources: JsonObject[] = isJsonArray(found) ? found.filter(isJsonObject) : [];
  return { isReached, totalResults, resources };
}
