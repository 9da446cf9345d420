// Errors of SQLite that say nothing about the request: the file takes no changes.
import type { StorageProblem } from '../../shared/admin/serving.ts';
import { isSystemError } from '../base/system-error.ts';

/** undefined for any other error. Such an error has been rolled back: nothing of its transaction is stored. */
export function storageProblemOf(error: unknown): StorageProblem | undefined {
  if (!isSystemError(error)) return undefined;
  if (error.code === 'SQLITE_FULL') return 'full';
  // Both come with what exactly was refused: SQLITE_READONLY_DBMOVED, SQLITE_IOERR_WRITE
  if (error.code.startsWith('SQLITE_READONLY')) return 'read-only';
  return error.code.startsWith('SQLITE_IOERR') ? 'failing' : undefined;
}

/** Tells of the errors of `work` that are such, and throws them on. */
export function watchStorage() {
  const listeners: ((problem: StorageProblem) => void)[] = [];
  return {
    onProblem: (listener: (problem: StorageProblem) => void) => void listeners.push(listener),
    /** Such an error ends `work`, and that is all. */
    forgive(work: () => void): void {
      try {
        work();
      } catch (error) {
        if (storageProblemOf(error) === undefined) throw error;
      }
    },
    watch<Result>(work: () => Result): Result {
      try {
        return work();
      } catch (error) {
        const problem = storageProblemOf(error);
        if (problem !== undefined) for (const tell of listeners) tell(problem);
        throw error;
      }
    },
  };
}
