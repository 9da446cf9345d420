// Which resource of the target an object is: the one that it is connected with, or the first that a matching attribute
// finds, in the order of precedence. They are never combined.
// @see entra docs "Tutorial - Customize user provisioning attribute-mappings", "Matching users in the source and target"
import type { MappedAttribute } from '../mapped-object.ts';
import { toWireAttribute, type WireAttribute } from '../client/wire-value.ts';
import type { TargetFailure } from '../client/scim-outcome.ts';
import { matchingAttributes } from './matching-attributes.ts';
import type { Passage } from './passage.ts';
import {
  matchByAttribute,
  readById,
  type FoundResource,
  type QueryResult,
  type TargetQuestion,
} from './query-target.ts';
import type { SourceObject } from './source-object.ts';

export type MatchResult =
  | { readonly kind: 'found'; readonly found: FoundResource }
  | { readonly kind: 'none' }
  | { readonly kind: 'failed'; readonly failure: TargetFailure }
  /** None of the matching attributes has a value. */
  | { readonly kind: 'unmatchable'; readonly targets: readonly string[] };

export async function matchObject(passage: Passage, source: SourceObject): Promise<MatchResult> {
  const { context, entry, link } = passage;
  const { objectType: type } = source;
  const question: TargetQuestion = { client: context.client, onExchange: entry.onExchange, type };
  if (link !== undefined) {
    const result = await readById(question, link.targetId);
    if (result.kind !== 'none') return conclude(passage, result, link.targetId);
    noteLost(passage, link.targetId);
    context.commit({ sourceId: link.sourceId, link: null });
  }
  const attributes = matchingAttributes(context, source);
  const askable = attributes.flatMap(
    (attribute: MappedAttribute) => toWireAttribute(attribute) ?? [],
  );
  if (askable.length === 0) {
    return { kind: 'unmatchable', targets: attributes.map(({ target }) => target) };
  }
  return matchInOrder(passage, question, askable);
}

async function matchInOrder(
  passage: Passage,
  question: TargetQuestion,
  attributes: readonly WireAttribute[],
): Promise<MatchResult> {
  for (const attribute of attributes) {
    const result = await matchByAttribute(question, attribute);
    if (result.kind !== 'none') return conclude(passage, result, attribute.target);
  }
  const asked = attributes.map(({ target }) => target).join(', ');
  note(passage, `The target has none that matches by ${asked}.`);
  return { kind: 'none' };
}

function conclude(
  passage: Passage,
  result: Exclude<QueryResult, { readonly kind: 'none' }>,
  by: string,
): MatchResult {
  switch (result.kind) {
    case 'failed':
      return result;
    case 'several': {
      const reason = `${result.total} resources of the target match by ${by}.`;
      return {
        kind: 'failed',
        failure: { errorCode: 'DuplicateTargetEntries', reason, status: 200 },
      };
    }
    case 'found':
      note(passage, `${result.found.id} of the target matches by ${by}.`);
      return result;
  }
}

function noteLost(passage: Passage, targetId: string): void {
  note(
    passage,
    `${targetId} is not in the target any more: the object is matched anew.`,
    'warning',
  );
}

function note(
  { entry }: Passage,
  description: string,
  status: 'success' | 'warning' = 'success',
): void {
  entry.step({ name: 'EntryImport', provisioningStepType: 'matching' }, { description, status });
}
