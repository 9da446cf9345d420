// One resource of a file: created, put in the place of the one that is there, or left out, as the conflict rule says.
import { isJsonObject, type JsonObject } from '../../shared/scim/json.ts';
import type { Projection } from '../provider/context.ts';
import { createResource } from '../provider/create-resource.ts';
import { replaceResource } from '../provider/replace-resource.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';
import { invalidValue, uniqueness } from '../scim/scim-error.ts';
import type { Import } from './import-run.ts';
import { findSame, rememberNames, resolveReference } from './references.ts';
import { joinReferences, splitReferences } from './split-references.ts';
import { tryOut } from './try-out.ts';

/** An answer that nobody reads. */
export const UNREAD: Projection = { attributes: ['id'], excludedAttributes: [] };

interface FileResource {
  readonly line: number;
  readonly resource: JsonObject;
}

/** Throws what the operations throw, and `uniqueness` for one that is there and must not be. Then nothing is stored. */
export function storeResource(
  run: Import,
  { line, resource }: FileResource,
): 'created' | 'replaced' | 'skipped' {
  const { context, options } = run;
  const model = requireModel(run, resource);
  const same = findSame(run, model, resource);
  if (same !== undefined && options.onConflict === 'fail') {
    throw uniqueness(`${nameOf(model, resource)} is there already`);
  }
  if (same !== undefined && options.onConflict === 'skip') {
    rememberNames(run, model, { resource, target: same });
    return 'skipped';
  }
  const id = same ?? newId(run, resource);
  const waiting = writeOrTry(run, () =>
    write(run, model, { id, resource, isThere: same !== undefined }),
  );
  rememberNames(run, model, { resource, target: id });
  for (const { path, reference } of waiting) {
    const { name: resourceType } = model.type;
    const owner = { line, owner: id, resourceType, path, reference };
    context.store.resourceNames.wait(run.control.jobId, owner);
  }
  return same === undefined ? 'created' : 'replaced';
}

function requireModel({ context, options }: Import, resource: JsonObject): ResourceModel {
  const { meta, schemas } = resource;
  const told = isJsonObject(meta) ? meta['resourceType'] : undefined;
  const bySchema = context.models.find(
    ({ core }) => Array.isArray(schemas) && schemas.includes(core.id),
  );
  const name = typeof told === 'string' ? told : (bySchema?.type.name ?? options.resourceType);
  const model = findModelByName(context.models, name);
  if (model === undefined)
    throw invalidValue(`meta.resourceType "${name}" is no type of the tenant`);
  return model;
}

function nameOf(model: ResourceModel, { userName, displayName, id }: JsonObject): string {
  if (typeof userName === 'string') return `userName ${JSON.stringify(userName)}`;
  if (typeof displayName === 'string') return `displayName ${JSON.stringify(displayName)}`;
  return `${model.type.name} ${JSON.stringify(id ?? null)}`;
}

function newId({ context, options }: Import, { id }: JsonObject): string {
  if (!options.keepIds || typeof id !== 'string' || id === '') return context.newId();
  if (context.store.resources.findReference(context.tenant.id, id) === undefined) return id;
  throw uniqueness(`id ${JSON.stringify(id)} is already in use`);
}

interface Waiting {
  readonly path: 'members' | 'manager';
  readonly reference: string;
}

interface Writing {
  readonly id: string;
  readonly resource: JsonObject;
  readonly isThere: boolean;
}

/** Returns the references that nothing answers to yet. */
function write(
  run: Import,
  model: ResourceModel,
  { id, resource, isThere }: Writing,
): readonly Waiting[] {
  const { context } = run;
  const split = splitReferences(model, resource);
  const waiting: Waiting[] = [];
  const resolve = (path: Waiting['path'], reference: string) => {
    const target = resolveReference(run, reference);
    if (target === undefined) waiting.push({ path, reference });
    const isStored =
      target !== undefined && context.store.resources.findReference(context.tenant.id, target);
    return isStored ? target : undefined;
  };
  const members = split.members
    .map((each) => resolve('members', each))
    .filter((each) => each !== undefined);
  const manager = split.manager === undefined ? undefined : resolve('manager', split.manager);
  const body = joinReferences(split.body, { members, manager });
  if (isThere) replaceOrTry(run, model, { id, body });
  else createResource(context, model, { body, projection: UNREAD, id });
  return waiting;
}

/** A dry run has not stored what an earlier line of the same name would have: it is checked as a new one. */
function replaceOrTry(
  { context, options }: Import,
  model: ResourceModel,
  { id, body }: { readonly id: string; readonly body: JsonObject },
): void {
  const isStored = context.store.resources.findReference(context.tenant.id, id) !== undefined;
  if (isStored || !options.dryRun)
    replaceResource(context, model, { id, body, projection: UNREAD });
  else createResource(context, model, { body, projection: UNREAD, id });
}

/** All of the work or nothing of it; of a dry run always nothing. */
function writeOrTry<Result>({ context, options }: Import, work: () => Result): Result {
  return options.dryRun ? tryOut(context, work) : context.store.transaction(work);
}
