// From what a walk over a body has noticed to hits of rules.
import type { ExchangeView } from '../exchange-view.ts';
import { NO_HITS, type Hit } from '../hit.ts';
import type { ObservationKind } from '../observation.ts';

/** In the resource or the PATCH operations that the request brings. */
export function inRequest(...kinds: readonly ObservationKind[]) {
  return (view: ExchangeView): readonly Hit[] => {
    const found = view.sentObservations();
    return found.size === 0 ? NO_HITS : kinds.flatMap((kind) => found.get(kind) ?? NO_HITS);
  };
}

/** In the resources of the answer. */
export function inAnswer(...kinds: readonly ObservationKind[]) {
  return (view: ExchangeView): readonly Hit[] => {
    const found = view.answerObservations();
    return found.size === 0 ? NO_HITS : kinds.flatMap((kind) => found.get(kind) ?? NO_HITS);
  };
}
