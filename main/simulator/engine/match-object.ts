// Which resource of the target an object is: the one that it is connected with, or the first that a matching attribute
// finds, in the order of precedence. They are never combined.
// @see entra docs "Tutorial - Customize user provisioning attribute-mappings", "Matching users in the source and target"
import type { MappedAttribute } from '../mapped-object.ts';
import { showValue, toWireAttribute, type WireAttribute } from '../client/wire-value.ts';
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
import { REDACTED } from './show-properties.ts';
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
    const asked = [`id ${link.targetId}`];
    const result = await readById(question, link.targetId);
    if (result.kind !== 'none')
      return conclude(passage, result, { by: 'the id of its connection', asked });
    noteLost(passage, link.targetId);
    context.commit({ sourceId: link.sourceId, link: null });
  }
  const attributes = matchingAttributes(context, source);
  const askable = attributes.flatMap((attribute: MappedAttribute) => {
    const wire = toWireAttribute(attribute);
    return wire === undefined ? [] : [{ ...wire, name: nameQuestion(attribute) }];
  });
  if (askable.length === 0) {
    return { kind: 'unmatchable', targets: attributes.map(({ target }) => target) };
  }
  return matchInOrder(passage, question, askable);
}

function nameQuestion({ target, value, isRedacted }: MappedAttribute): string {
  const shown = isRedacted ? REDACTED : JSON.stringify(showValue(value));
  return `${target} eq ${shown}`;
}

async function matchInOrder(
  passage: Passage,
  question: TargetQuestion,
  attributes: readonly (WireAttribute & { readonly name: string })[],
): Promise<MatchResult> {
  const asked: string[] = [];
  for (const attribute of attributes) {
    asked.push(attribute.name);
    const result = await matchByAttribute(question, attribute);
    if (result.kind !== 'none') return conclude(passage, result, { by: attribute.target, asked });
  }
  const targets = attributes.map(({ target }) => target).join(', ');
  note(passage, `The target has none that matches by ${targets}.`, withoutMatch(asked));
  return { kind: 'none' };
}

interface Asked {
  readonly by: string;
  /** In words of the log. The last is the one that was answered, none before it matched. */
  readonly asked: readonly string[];
}

function conclude(
  passage: Passage,
  result: Exclude<QueryResult, { readonly kind: 'none' }>,
  { by, asked }: Asked,
): MatchResult {
  const last = asked.at(-1) ?? by;
  const told = (answer: string) => ({ ...withoutMatch(asked), [last]: answer });
  switch (result.kind) {
    case 'failed':
      note(passage, `The target was asked for ${last}.`, told('no answer that can be used'));
      return result;
    case 'several': {
      const reason = `${result.total} resources of the target match by ${by}.`;
      note(passage, `The target was asked for ${last}.`, told(`${result.total} matches`));
      return {
        kind: 'failed',
        failure: { errorCode: 'DuplicateTargetEntries', reason, status: 200 },
      };
    }
    case 'found':
      note(passage, `${result.found.id} of the target matches by ${by}.`, told('1 match'));
      return result;
  }
}

function withoutMatch(asked: readonly string[]): Record<string, string> {
  return Object.fromEntries(asked.map((question) => [question, '0 matches']));
}

function noteLost({ entry }: Passage, targetId: string): void {
  entry.step(MATCHING, {
    description: `${targetId} is not in the target any more: the object is matched anew.`,
    status: 'warning',
    details: withoutMatch([`id ${targetId}`]),
  });
}

function note({ entry }: Passage, description: string, details: Record<string, string>): void {
  entry.step(MATCHING, { description, details });
}

const MATCHING = { name: 'EntryImport', provisioningStepType: 'matching' } as const;
