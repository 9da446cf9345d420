// Resources of a tenant as a file, piece by piece: read in portions, told as a client would be, without what only follows
// from other resources (`groups`) and without passwords, which are never returned.
import type { BulkSelection } from '../../shared/admin/resource-tools.ts';
import type { TransferFormat } from '../../shared/admin/transfer.ts';
import type { ScimResource } from '../../shared/scim/json.ts';
import { assembleResource } from '../provider/assemble-resource.ts';
import type { OperationContext, Projection } from '../provider/context.ts';
import { countSelected, selectResources } from '../provider/select-resources.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { LIST_RESPONSE_URN } from '../scim/schema/urns.ts';
import { writeCsv } from './formats/csv-write.ts';

const EXPORTED: Projection = { attributes: [], excludedAttributes: ['groups'] };

export interface Export {
  readonly format: TransferFormat;
  /** Types in their order; CSV takes the first. */
  readonly models: readonly ResourceModel[];
  /** Of one type: which of its resources; absent = all. */
  readonly selection?: BulkSelection | undefined;
  /** Called for each resource that is written. */
  readonly onResource: () => void;
}

/** Pieces of text that together are the file. */
export function exportResources(context: OperationContext, wanted: Export): Iterable<string> {
  switch (wanted.format) {
    case 'json':
      return writeList(context, wanted);
    case 'jsonl':
      return writeLines(context, wanted);
    case 'csv':
      return writeTable(context, wanted);
  }
}

/** Resources that an export has to write. */
export function countResources(
  context: OperationContext,
  { models, selection }: Pick<Export, 'models' | 'selection'>,
): number {
  const [first] = models;
  if (selection !== undefined && first !== undefined) {
    return countSelected(context, first, selection);
  }
  return models.reduce((sum, model) => sum + countType(context, model), 0);
}

export function* walkResources(
  context: OperationContext,
  model: ResourceModel,
  selection?: BulkSelection,
): Generator<ScimResource> {
  const scope = { tenantId: context.tenant.id, resourceType: model.type.name };
  const records =
    selection === undefined
      ? context.store.tenantData.walk(scope)
      : selectResources(context, model, selection);
  for (const record of records) {
    yield assembleResource(context, record, { model, projection: EXPORTED });
  }
}

function countType({ store, tenant }: OperationContext, { type }: ResourceModel): number {
  return store.tenantData.countType({ tenantId: tenant.id, resourceType: type.name });
}

function* writeList(
  context: OperationContext,
  { models, selection, onResource }: Export,
): Generator<string> {
  const total = countResources(context, { models, selection });
  const head = {
    schemas: [LIST_RESPONSE_URN],
    totalResults: total,
    startIndex: 1,
    itemsPerPage: total,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"Resources":[`;
  let separator = '\n';
  for (const model of models) {
    for (const resource of walkResources(context, model, selection)) {
      yield `${separator}${JSON.stringify(resource)}`;
      separator = ',\n';
      onResource();
    }
  }
  yield '\n]}\n';
}

function* writeLines(
  context: OperationContext,
  { models, selection, onResource }: Export,
): Generator<string> {
  for (const model of models) {
    for (const resource of walkResources(context, model, selection)) {
      yield `${JSON.stringify(resource)}\n`;
      onResource();
    }
  }
}

function* writeTable(
  context: OperationContext,
  { models, selection, onResource }: Export,
): Generator<string> {
  const [model] = models;
  if (model === undefined) return;
  let isHeader = true;
  for (const line of writeCsv(model, () => walkResources(context, model, selection))) {
    yield line;
    if (!isHeader) onResource();
    isHeader = false;
  }
}
