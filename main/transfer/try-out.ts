// Work that is done to see what would come of it, and taken back.
import type { OperationContext } from '../provider/context.ts';

const TRIED = Symbol('tried');

/** What `work` returned; nothing that it wrote stays. Throws what it throws. */
export function tryOut<Result>({ store }: OperationContext, work: () => Result): Result {
  const results: Result[] = [];
  try {
    store.transaction(() => {
      results.push(work());
      throw Object.assign(new Error('What is tried out stores nothing'), { mark: TRIED });
    });
  } catch (error) {
    if (!(error instanceof Error && 'mark' in error && error.mark === TRIED)) throw error;
  }
  const [result] = results;
  if (result === undefined) throw new Error('What was tried out has no result');
  return result;
}
