// The attribute paths of `attributes` and `excludedAttributes` as a tree of names in lower case.
// @see RFC 7644 §3.9 and §3.10
import { repairUrn, splitCustomUrn } from './extension-urn.ts';
import { resolveAttribute, resolveExtension } from '../schema/resolve-attribute.ts';
import type { ResourceModel } from '../schema/schema-types.ts';

/** What is named of each member: all of it, or some of what is inside. */
export type Selection = Map<string, Selection | 'all'>;

/** Names that no schema knows lead nowhere and are left out. */
export function selectPaths(paths: readonly string[], model: ResourceModel): Selection {
  const selection: Selection = new Map();
  for (const path of paths) {
    const steps = readSteps(path, model);
    if (steps.length > 0) add(selection, steps);
  }
  return selection;
}

function readSteps(sent: string, model: ResourceModel): readonly string[] {
  // Microsoft's Postman collection asks for attributes=emails[type eq "work"]: the filter selects nothing here.
  const path = repairUrn(sent.replace(/\[[^\]]*(\]|$)/, '').trim());
  const extension = resolveExtension(model, path);
  if (extension !== undefined) return lower([extension.id]);
  const found = resolveAttribute(model, path);
  if (found !== undefined) {
    return lower([found.extension, found.attribute.name, found.subAttribute?.name]);
  }
  const custom = splitCustomUrn(path);
  return custom === undefined ? [] : lower([custom.urn, ...(custom.attribute?.split('.') ?? [])]);
}

function lower(steps: readonly (string | undefined)[]): readonly string[] {
  return steps.filter((step) => step !== undefined).map((step) => step.toLowerCase());
}

function add(selection: Selection, [first = '', ...rest]: readonly string[]): void {
  const before = selection.get(first);
  if (before === 'all') return;
  if (rest.length === 0) {
    selection.set(first, 'all');
    return;
  }
  const inner: Selection = before ?? new Map();
  selection.set(first, inner);
  add(inner, rest);
}
