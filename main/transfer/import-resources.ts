// Resources of a file into a tenant, by the same operations that a SCIM client calls: what they refuse is told with its
// line, and the rest goes on. Each portion sees the schemas and the profile of its moment. A portion is one transaction; between portions requests are answered, and the import may
// be cancelled: what was reported as done is stored, and stays.
import type { TransferResult } from '../../shared/admin/transfer.ts';
import { setImmediate } from 'node:timers/promises';
import { resolveAttribute } from '../scim/schema/resolve-attribute.ts';
import { ScimError } from '../scim/scim-error.ts';
import { currentContext } from './current-context.ts';
import type { FileEntry } from './formats/file-entry.ts';
import type { Import } from './import-run.ts';
import { createTally } from './issues.ts';
import { resolveWaiting } from './resolve-references.ts';
import { storeResource } from './store-resource.ts';

const PORTION = 100;

/** Throws a file fault, and the reason of `signal` when cancelled; what came before is stored. */
export async function importResources(
  target: Omit<Import, 'tally'>,
  entries: AsyncIterable<FileEntry> | Iterable<FileEntry>,
): Promise<TransferResult> {
  const run: Import = { ...target, tally: createTally() };
  const { control, tally } = run;
  try {
    let portion: FileEntry[] = [];
    for await (const entry of entries) {
      portion.push(entry);
      if (portion.length < PORTION) continue;
      await takePortion(run, portion);
      portion = [];
    }
    await takePortion(run, portion);
    await resolveWaiting(run);
    return tally.result();
  } finally {
    run.context.store.resourceNames.forget(control.jobId);
  }
}

async function takePortion(started: Import, portion: readonly FileEntry[]): Promise<void> {
  const { control, tally } = started;
  await setImmediate();
  control.signal.throwIfAborted();
  const run = { ...started, context: currentContext(started.context) };
  run.context.store.transaction(() => {
    for (const entry of portion) takeEntry(run, entry);
  });
  control.report({ done: tally.done(), result: tally.result() });
}

function takeEntry(run: Import, entry: FileEntry): void {
  const { tally } = run;
  const { line } = entry;
  if ('problem' in entry) {
    const { attribute = '', problem: reason, isNotice = false } = entry;
    if (!isNotice) tally.count('failed');
    tally.complain({ line, attribute, reason });
    return;
  }
  try {
    tally.count(storeResource(run, entry));
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    tally.count('failed');
    const { detail: reason } = error;
    tally.complain({ line, attribute: findAttributePath(run, reason), reason });
  }
}

/** Details of errors begin with the path of the attribute that they are about. */
function findAttributePath({ context }: Import, detail: string): string {
  const [path = ''] = detail.split(' ', 1);
  const schemaPath = path.replaceAll(/\[\d+\]/g, '');
  return context.models.some((model) => resolveAttribute(model, schemaPath)) ? path : '';
}
