// The end of an import: references that had to wait for a later line of the file are set, in portions.
import { setImmediate } from 'node:timers/promises';
import type { JsonObject } from '../../shared/scim/json.ts';
import { patchResource } from '../provider/patch-resource.ts';
import { findModelByName } from '../scim/schema/resource-models.ts';
import { ENTERPRISE_USER_URN, PATCH_OP_URN } from '../scim/schema/urns.ts';
import { ScimError } from '../scim/scim-error.ts';
import type { WaitingReference } from '../store/resource-names.ts';
import { currentContext } from './current-context.ts';
import type { Import } from './import-run.ts';
import { resolveReference } from './references.ts';
import { UNREAD } from './store-resource.ts';

const PORTION = 500;

/** What still leads nowhere is told, and left out. */
export async function resolveWaiting(started: Import): Promise<void> {
  const { context, control, tally } = started;
  let after = 0;
  for (;;) {
    await setImmediate();
    control.signal.throwIfAborted();
    const portion = context.store.resourceNames.waiting(control.jobId, after, PORTION);
    const last = portion.at(-1);
    if (last === undefined) return;
    const run = { ...started, context: currentContext(context) };
    context.store.transaction(() => {
      for (const group of groupByOwner(portion)) setReferences(run, group);
    });
    after = last.key;
    control.report({ done: tally.done(), result: tally.result() });
  }
}

/** Neighbours of one resource and one attribute: one change. */
function groupByOwner(
  portion: readonly WaitingReference[],
): readonly (readonly WaitingReference[])[] {
  const groups = Map.groupBy(portion, ({ owner, path }) => `${path} ${owner}`);
  return [...groups.values()];
}

function setReferences(run: Import, references: readonly WaitingReference[]): void {
  const { tally, options } = run;
  const found = references.flatMap((each) => {
    const target = resolveReference(run, each.reference);
    if (target !== undefined) return [{ ...each, target }];
    const reason = `Nothing has the id, externalId or userName ${JSON.stringify(each.reference)}`;
    tally.complain({ line: each.line, attribute: each.path, reason });
    return [];
  });
  const [first] = found;
  if (first === undefined || options.dryRun) return;
  try {
    patch(
      run,
      first,
      found.map(({ target }) => target),
    );
  } catch (error) {
    if (!(error instanceof ScimError)) throw error;
    tally.complain({ line: first.line, attribute: first.path, reason: error.detail });
  }
}

function patch(run: Import, waiting: WaitingReference, targets: readonly string[]): void {
  const { context } = run;
  const model = findModelByName(context.models, waiting.resourceType);
  if (model === undefined) return;
  const body = { schemas: [PATCH_OP_URN], Operations: [describeOperation(waiting, targets)] };
  patchResource(context, model, { id: waiting.owner, body, projection: UNREAD });
}

function describeOperation({ path }: WaitingReference, targets: readonly string[]): JsonObject {
  const values = targets.map((value) => ({ value }));
  if (path === 'members') return { op: 'add', path, value: values };
  return { op: 'add', path: `${ENTERPRISE_USER_URN}:manager`, value: values[0] ?? null };
}
