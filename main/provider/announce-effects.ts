// Tells the live feed what an operation changed. Called after the operation has returned, so after its commit: who
// hears of a change can read it.
import type { Effect } from '../../shared/admin/request-log.ts';
import type { Feed } from '../base/feed.ts';

/** One event for each resource that is not what it was before. */
export function announceEffects(feed: Feed, tenant: string, effects: readonly Effect[]): void {
  for (const { action, resourceType, resourceId: id } of effects) {
    if (action === 'unchanged') continue;
    feed.publish({ type: 'resource-changed', data: { tenant, resourceType, id, action } });
  }
}
