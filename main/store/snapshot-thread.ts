// Entry of a thread: one task with the files of snapshots, its result told, and the end.
import { parentPort, workerData } from 'node:worker_threads';
import SQLite from 'better-sqlite3';
import { systemClock } from '../base/clock.ts';
import { prepareDatabase } from './prepare-database.ts';
import { createSnapshotTasks, type SnapshotTasks } from './snapshot-files/snapshot-tasks.ts';
import {
  describeFailure,
  type FromThread,
  type ResultOf,
  type TaskName,
  type TaskOrder,
} from './snapshot-files/task-messages.ts';

const tasks = createSnapshotTasks({
  clock: systemClock,
  prepare: prepareDatabase,
  onShare: (share) => post({ kind: 'share', share }),
});

function post(message: FromThread): void {
  parentPort?.postMessage(message);
}

function perform({ name, order }: TaskOrder): ResultOf<TaskName> {
  // The order is that of this very task; TypeScript cannot follow that through a union of names.
  const task = tasks[name] as (order: unknown) => ReturnType<SnapshotTasks[TaskName]>;
  return task(order);
}

new SQLite(':memory:').close();
post({ kind: 'started' });
try {
  post({ kind: 'done', result: perform(workerData as TaskOrder) }); // run-task.ts gives it
} catch (error) {
  post({ kind: 'failed', failure: describeFailure(error) });
}
