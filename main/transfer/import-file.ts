// The import of a file, from its bytes to the result.
import type { ImportQuery, TransferResult } from '../../shared/admin/transfer.ts';
import type { OperationContext } from '../provider/context.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { readCsv } from './formats/csv-read.ts';
import type { FileEntry } from './formats/file-entry.ts';
import { fileFault } from './formats/file-entry.ts';
import { readJsonLines } from './formats/json-lines.ts';
import { readJsonList } from './formats/json-list.ts';
import { importResources } from './import-resources.ts';
import type { RunningJob } from './jobs.ts';
import type { SpooledFile } from './spooled-file.ts';

/** Removes the file, whatever happens. Throws a file fault, and the reason of the job's signal. */
export async function importFile(
  context: OperationContext,
  { file, query }: { readonly file: SpooledFile; readonly query: ImportQuery },
  job: RunningJob,
): Promise<TransferResult> {
  try {
    let share = 0;
    const bytes = file.read((read) => (share = read / file.bytes));
    const entries = readEntries(requireModel(context, query.resourceType), query, bytes);
    const report: RunningJob['report'] = (progress) => job.report({ ...progress, share });
    return await importResources({ context, options: query, control: { ...job, report } }, entries);
  } finally {
    await file.remove();
  }
}

function requireModel({ models }: OperationContext, name: string): ResourceModel {
  const model = findModelByName(models, name);
  if (model === undefined) throw fileFault(1, `The tenant has no resource type "${name}".`);
  return model;
}

function readEntries(
  model: ResourceModel,
  { format }: ImportQuery,
  bytes: AsyncIterable<Uint8Array>,
): AsyncIterable<FileEntry> {
  switch (format) {
    case 'json':
      return readJsonList(bytes);
    case 'jsonl':
      return readJsonLines(bytes);
    case 'csv':
      return readCsv(bytes, model);
  }
}
