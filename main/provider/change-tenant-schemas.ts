// Gives a tenant other schemas and resource types, and brings the resources it holds along, all in one transaction.
// A change that touches stored data needs to be allowed; one that SQLite would refuse is not made at all.
import type { SchemaChange, SchemaPlan } from '../../shared/admin/schema.ts';
import { type ChangedSchemas, changeSchemas } from '../scim/schema/change-schemas.ts';
import { type ModelChange, refitResource } from '../scim/schema/refit-resource.ts';
import type { SchemaIssue } from '../scim/schema/schema-issue.ts';
import type { TenantSchemas } from '../scim/schema/schema-types.ts';
import { buildModels } from '../scim/schema/tenant-models.ts';
import { sameResource } from '../scim/resource/same-resource.ts';
import type { ResourceRecord } from '../store/resource-record.ts';
import type { OperationContext } from './context.ts';
import { NO_DELTA } from './change-members.ts';
import { requireWritten } from './find-resource.ts';
import {
  changedTypes,
  type ModelsChange,
  planSchemaChange,
  removedTypes,
} from './plan-schema-change.ts';
import { storeChange } from './record-change.ts';

/** `refused`: the documents are not sound; `withheld`: the plan has effects that were not allowed, or that block it. */
export type SchemaOutcome =
  | { readonly kind: 'done' | 'withheld'; readonly plan: SchemaPlan }
  | { readonly kind: 'refused'; readonly issues: readonly SchemaIssue[] };

/** Changes nothing: `done` means that it could be done as it is. */
export function planTenantSchemas(context: OperationContext, change: SchemaChange): SchemaOutcome {
  const changed = readChange(context, change);
  if (changed.kind === 'refused') return changed;
  const plan = planSchemaChange(context.store, modelsChange(context, changed.schemas));
  return { kind: plan.isBreaking ? 'withheld' : 'done', plan };
}

export function changeTenantSchemas(
  context: OperationContext,
  { allowBreaking, ...change }: SchemaChange & { readonly allowBreaking: boolean },
): SchemaOutcome {
  return context.store.transaction(() => {
    const changed = readChange(context, change);
    if (changed.kind === 'refused') return changed;
    const models = modelsChange(context, changed.schemas);
    const plan = planSchemaChange(context.store, models);
    if (plan.isBlocked || (plan.isBreaking && !allowBreaking)) return { kind: 'withheld', plan };
    carryOut(context, changed.schemas, models);
    return { kind: 'done', plan };
  });
}

function readChange({ store, tenant }: OperationContext, change: SchemaChange): ChangedSchemas {
  return changeSchemas(store.schemas.schemasOf(tenant.id), change);
}

function modelsChange({ store, tenant }: OperationContext, schemas: TenantSchemas): ModelsChange {
  const { id: tenantId } = tenant;
  const before = buildModels(tenantId, store.schemas.schemasOf(tenantId));
  return { tenantId, before, after: buildModels(tenantId, schemas) };
}

function carryOut(context: OperationContext, schemas: TenantSchemas, change: ModelsChange): void {
  const { tenantId } = change;
  const { store } = context;
  for (const { type } of removedTypes(change)) {
    store.tenantData.clearType({ tenantId, resourceType: type.name });
  }
  store.schemas.write(tenantId, schemas);
  const renewed = { ...context, models: change.after };
  for (const type of changedTypes(change)) renewType(renewed, tenantId, type);
}

/** In two rounds, after the old entries are gone: a value that one resource gives up may be that of another. */
function renewType(context: OperationContext, tenantId: number, change: ModelChange): void {
  const scope = { tenantId, resourceType: change.after.type.name };
  const { tenantData, resources } = context.store;
  resources.clearIndex(scope);
  for (const record of tenantData.walk(scope)) renewDocument(context, change, record);
  for (const record of tenantData.walk(scope)) {
    requireWritten(resources.reindex(record), record.document);
  }
}

/** What is dropped shows in the history of the resource. */
function renewDocument(
  context: OperationContext,
  change: ModelChange,
  before: ResourceRecord,
): void {
  const { document } = refitResource(before.document, change);
  if (sameResource(document, before.document)) return;
  const parts = { document, password: undefined };
  storeChange(context, change.after, { action: 'patch', before, parts, delta: NO_DELTA });
}
