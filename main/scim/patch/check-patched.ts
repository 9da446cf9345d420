// What a PATCH leaves, checked as a whole; what is wrong is told of the operation that made it so. @see RFC 7644 §3.5.2
import type { ScimResource } from '../../../shared/scim/json.ts';
import type { Rules } from '../profile/rules.ts';
import { checkResource } from '../resource/check-resource.ts';
import { invalidValue, ScimError } from '../scim-error.ts';
import { applyPatch } from './apply-patch.ts';
import type { PatchOperation } from './patch-operation.ts';

interface Patched {
  readonly before: ScimResource;
  readonly operations: readonly PatchOperation[];
  readonly after: ScimResource;
}

/** Throws `invalidValue`, with a detail that begins with the label of the operation. */
export function checkPatched({ before, operations, after }: Patched, rules: Rules): void {
  const problem = findProblem(after, rules, before);
  if (problem === undefined) return;
  const at = operations.findLastIndex((_, index) => {
    const without = applyPatch(before, operations.slice(0, index), rules);
    return findProblem(without, rules, before) === undefined;
  });
  const error = invalidValue(`${operations[at]?.label ?? ''}: ${problem.detail}`);
  error.cause = problem;
  throw error;
}

function findProblem(
  resource: ScimResource,
  rules: Rules,
  before: ScimResource,
): ScimError | undefined {
  try {
    checkResource(resource, rules, before);
    return undefined;
  } catch (error) {
    if (error instanceof ScimError) return error;
    throw error;
  }
}
