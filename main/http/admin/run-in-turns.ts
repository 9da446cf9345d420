// Runs a search of the request log slice by slice, and lets the SCIM listener answer between two slices.
import { setImmediate } from 'node:timers/promises';
import { FilterSyntaxError } from '../../../shared/scim/filter-syntax-error.ts';
import type { InSlices } from '../../store/request-log/walk-log.ts';
import { adminFailure } from './admin-failure.ts';

/** A filter that cannot be read is a bad request, with its reason. */
export async function runInTurns<Result>(begin: () => InSlices<Result>): Promise<Result> {
  const slices = readFilter(begin);
  for (;;) {
    const step = readFilter(() => slices.next());
    if (step.done === true) return step.value;
    await setImmediate();
  }
}

function readFilter<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    const { message } = error;
    throw adminFailure('bad-request', message, [{ path: 'query.filter', message }]);
  }
}
