// What a thread of snapshot tasks and the server tell each other. Errors do not keep their names and codes on the way, so
// they go as data.
import { isStoreOpenError, storeOpenError, type StoreOpenCode } from '../store-open-error.ts';
import type { SnapshotTasks } from './snapshot-tasks.ts';

export type TaskName = keyof SnapshotTasks;

export type OrderOf<Name extends TaskName> = Parameters<SnapshotTasks[Name]>[0];

export type ResultOf<Name extends TaskName> = ReturnType<SnapshotTasks[Name]>;

export type TaskOrder = { [Name in TaskName]: { name: Name; order: OrderOf<Name> } }[TaskName];

export type FromThread =
  /** SQLite could be loaded: what goes wrong from now on is the task's. */
  | { readonly kind: 'started' }
  | { readonly kind: 'share'; readonly share: number }
  | { readonly kind: 'done'; readonly result: ResultOf<TaskName> }
  | { readonly kind: 'failed'; readonly failure: TaskFailure };

interface TaskFailure {
  readonly message: string;
  readonly stack: string;
  /** Of a `StoreOpenError`. */
  readonly code: StoreOpenCode | null;
}

export function describeFailure(error: unknown): TaskFailure {
  const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
  return { message, stack, code: isStoreOpenError(error) ? error.code : null };
}

export function toError({ message, stack, code }: TaskFailure): Error {
  const cause = Object.assign(new Error(message), { stack });
  return code === null ? cause : storeOpenError(code, message, cause);
}
