// Answers that wait for the next matching requests of a tenant, in the order in which they were given. Memory of this run
// of the server. A tenant is known by its key, so that a new one of an old slug does not inherit.
import type { QueuedResponse, QueuedResponseOrder } from '../../shared/admin/verification.ts';
import type { NewId } from '../base/ids.ts';
import { failedWireConditions, type WireRequest } from './match-wire.ts';

export interface ResponseQueue {
  readonly add: (tenantId: number, order: QueuedResponseOrder) => QueuedResponse;
  readonly list: (tenantId: number) => readonly QueuedResponse[];
  /** Returns how many went. */
  readonly clear: (tenantId: number) => number;
  /** Where keys are those of other tenants from now on. */
  readonly clearAll: () => void;
  /** Whether there is anything to look for. */
  readonly isEmpty: () => boolean;
  /** The first that may answer the request, one time of it used up. */
  readonly take: (tenantId: number, request: WireRequest) => QueuedResponse | undefined;
}

export function createResponseQueue(newId: NewId): ResponseQueue {
  const queues = new Map<number, readonly QueuedResponse[]>();

  function keep(tenantId: number, responses: readonly QueuedResponse[]): void {
    if (responses.length === 0) queues.delete(tenantId);
    else queues.set(tenantId, responses);
  }

  function list(tenantId: number): readonly QueuedResponse[] {
    return queues.get(tenantId) ?? [];
  }

  return {
    add(tenantId, order) {
      const queued = { ...order, id: newId(), left: order.times };
      keep(tenantId, [...list(tenantId), queued]);
      return queued;
    },
    list,
    clear(tenantId) {
      const { length } = list(tenantId);
      queues.delete(tenantId);
      return length;
    },
    clearAll: () => queues.clear(),
    isEmpty: () => queues.size === 0,
    take(tenantId, request) {
      const waiting = list(tenantId);
      const first = waiting.find(({ match }) => failedWireConditions(match, request).next().done);
      if (first === undefined) return undefined;
      const used = { ...first, left: first.left - 1 };
      keep(
        tenantId,
        waiting.map((each) => (each === first ? used : each)).filter(({ left }) => left > 0),
      );
      return used;
    },
  };
}
