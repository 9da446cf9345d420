// What the live feed tells, and what becomes of the window by it.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { LiveEvent } from '../../../shared/live-event.ts';
import { createCycleFinder } from './late-cycles.ts';
import { annotateRows, MOST_ROWS, NO_ROWS, removeRows } from './request-rows.ts';
import {
  type WindowCore,
  forgetArrivals,
  linkCycles,
  reloadUnlessPaused,
  startAtEnd,
  flushSoon,
} from './window-core.ts';

export function receive(core: WindowCore, event: LiveEvent): void {
  switch (event.type) {
    case 'reset':
    case 'requests-restored':
      reloadUnlessPaused(core);
      break;
    case 'requests-cleared':
      forgetArrivals(core);
      core.store.setState({ ...NO_ROWS, newCount: 0, heldCount: 0 });
      startAtEnd(core);
      break;
    case 'requests-removed':
      takeOut(core, event.data.ids);
      break;
    case 'requests-annotated':
      core.store.setState(annotateRows(core.store.getState(), event.data));
      break;
    case 'request-recorded':
      takeIn(core, event.data.request);
      break;
    case 'provisioning-logged':
      linkCycles(core, createCycleFinder(event.data.cycles));
      break;
    default:
  }
}

/** Those chosen one by one go at once; what else has gone, the server knows. */
function takeOut(core: WindowCore, ids: readonly number[] | undefined): void {
  if (ids === undefined) {
    forgetArrivals(core);
    core.store.setState({ newCount: 0, heldCount: 0 });
    startAtEnd(core);
    return;
  }
  forgetArrivals(core, ids);
  core.store.setState(removeRows(core.store.getState(), ids));
}

function takeIn(core: WindowCore, request: RequestSummary): void {
  const { isPaused, heldCount } = core.store.getState();
  core.arrivals.set(request.id, request);
  if (!isPaused) {
    flushSoon(core);
    return;
  }
  core.store.setState({ heldCount: heldCount + 1 });
  if (core.arrivals.size <= MOST_ROWS) return;
  core.arrivals.clear();
  core.mustReloadOnResume = true;
}
