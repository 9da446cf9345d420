// A change that the database did not take, as the SCIM client is told: nothing of it was stored, and the same request
// may succeed later. 507 says that there is no room, 503 that something is wrong which may pass.
// @see RFC 4918 §11.5, RFC 9110 §15.6.4
import type { StorageProblem } from '../../shared/admin/serving.ts';
import { insufficientStorage, type ScimError, unavailable } from '../scim/scim-error.ts';
import type { Store } from '../store/open-store.ts';
import { storageProblemOf } from '../store/storage-problem.ts';

const RETRY_AFTER_SECONDS = 60;

/** The same store, whose transactions throw a `ScimError` where the database did not take them. */
export function tellStorageFailures(store: Store): Store {
  return {
    ...store,
    transaction<Result>(work: () => Result): Result {
      try {
        return store.transaction(work);
      } catch (error) {
        throw storageFailureOf(error) ?? error;
      }
    },
  };
}

/** undefined for an error that says nothing of the database. */
export function storageFailureOf(error: unknown): ScimError | undefined {
  const problem = storageProblemOf(error);
  return problem === undefined ? undefined : toScimError(problem, error);
}

function toScimError(problem: StorageProblem, cause: unknown): ScimError {
  switch (problem) {
    case 'full':
      return insufficientStorage('The database is full; this change was not stored', cause);
    case 'read-only':
      return unavailable(
        'The database cannot be written to; this change was not stored',
        RETRY_AFTER_SECONDS,
        cause,
      );
    case 'failing':
      return unavailable(
        'The disk of the database reports errors; this change was not stored',
        RETRY_AFTER_SECONDS,
        cause,
      );
  }
}
