// Rules about the operations of a PATCH message. @see RFC 7644 §3.5.2
import type { FilterNode } from '../../../../shared/scim/filter-tree.ts';
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../../shared/scim/json.ts';
import { resolveAttribute } from '../../schema/resolve-attribute.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS, type Hit } from '../hit.ts';
import { isPathLike, type PatchStep } from '../read-patch-steps.ts';
import { showList, showValue } from '../show-value.ts';
import { read } from './message-rules.ts';

const COMPLIANCE = 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance';
const OPS = ['add', 'remove', 'replace'];

const operationRules: readonly Rule[] = [
  {
    id: 'no-operations',
    severity: 'error',
    title: 'A PATCH without operations',
    why: 'The message needs an Operations array with at least one operation; else it answers 400 invalidSyntax.',
    source: 'RFC 7644 §3.5.2',
    find: ({ steps }) => hitIf(steps().length === 0, 'The body has no Operations', 'Operations'),
  },
  {
    id: 'op-capitalised',
    severity: 'warning',
    title: 'op is not in lower case',
    why: 'The values are add, remove and replace; a strict comparison refuses others.',
    source: `RFC 7644 §3.5.2; ${COMPLIANCE}`,
    entra: 'Sends Add, Remove and Replace unless the tenant URL carries ?aadOptscim062020.',
    find: eachStep(({ op }) => {
      const isOdd = op !== undefined && !OPS.includes(op) && OPS.includes(op.toLowerCase());
      return isOdd ? ['op', `op is ${showValue(op)}`] : undefined;
    }),
  },
  {
    id: 'op-unknown',
    severity: 'error',
    title: 'An operation that PATCH does not have',
    why: 'It answers 400 invalidSyntax, and nothing of the message is done.',
    source: 'RFC 7644 §3.5.2',
    find: eachStep(({ op }) =>
      OPS.includes(op?.toLowerCase() ?? '') ? undefined : ['op', `op is ${showValue(op)}`],
    ),
  },
  {
    id: 'value-missing',
    severity: 'error',
    title: 'An add or replace without a value',
    why: 'It answers 400 invalidValue.',
    source: 'RFC 7644 §3.5.2.1, §3.5.2.3',
    find: eachStep((step) =>
      isOp(step, 'add', 'replace') && step.value === undefined
        ? ['value', `${step.op} has no value`]
        : undefined,
    ),
  },
  {
    id: 'pathless-value',
    severity: 'error',
    title: 'An operation without a path whose value is no object',
    why: 'Without a path the value has to name the attributes.',
    source: 'RFC 7644 §3.5.2.1, §3.5.2.3',
    find: eachStep((step) =>
      isOp(step, 'add', 'replace') &&
      step.path === undefined &&
      step.value !== undefined &&
      !isJsonObject(step.value)
        ? ['value', `There is no path, and the value is a ${typeof step.value}`]
        : undefined,
    ),
  },
];

const pathRules: readonly Rule[] = [
  {
    id: 'path-syntax',
    severity: 'error',
    title: 'A path that cannot be read',
    why: 'It answers 400 invalidPath.',
    source: 'RFC 7644 §3.5.2, figure 7',
    find: eachStep(({ path, pathProblem }) =>
      pathProblem === undefined ? undefined : ['path', `${showValue(path)}: ${pathProblem}`],
    ),
  },
  {
    id: 'path-like-key',
    severity: 'warning',
    title: 'A path where an attribute name belongs',
    why: 'In a value without path the keys are names. A server that does not split them stores "name.givenName".',
    source: `RFC 7644 §3.5.2; ${COMPLIANCE}`,
    entra: 'With ?aadOptscim062020 it merges plain attributes into one operation with such keys.',
    find: ({ place, steps }) => {
      if (place.kind !== 'resource') return NO_HITS;
      return steps().flatMap(({ path, value, index }) =>
        path === undefined && isJsonObject(value)
          ? Object.keys(value)
              .filter((key) => isPathLike(place, key))
              .map((key) => ({
                message: `Key ${showValue(key)} is a path`,
                path: `Operations[${index}].value`,
              }))
          : NO_HITS,
      );
    },
  },
  {
    id: 'remove-without-path',
    severity: 'error',
    title: 'A remove without a path',
    why: 'It does not say what to remove and answers 400 noTarget.',
    source: 'RFC 7644 §3.5.2.2',
    find: eachStep((step) =>
      isOp(step, 'remove') && step.path === undefined ? ['path', 'remove has no path'] : undefined,
    ),
  },
  {
    id: 'member-removal-by-value',
    severity: 'warning',
    title: 'Members are removed by a list of values',
    why: 'By the RFC a remove with the path members empties the group. Remove only the listed members.',
    source: `RFC 7644 §3.5.2.2; ${COMPLIANCE}`,
    entra: 'Removes members so unless the tenant URL carries ?aadOptscim062020.',
    find: eachStep((step) =>
      isOp(step, 'remove') && isList(step.value) && /^members$/i.test(step.path ?? '')
        ? ['value', `remove of members lists ${lengthOf(step.value)} of them`]
        : undefined,
    ),
  },
  {
    id: 'remove-with-value',
    severity: 'warning',
    title: 'A remove with a value',
    why: 'remove has no value: the path says what goes, and all of it goes.',
    source: 'RFC 7644 §3.5.2.2',
    entra: 'Sends the value that is to go along with the path.',
    find: eachStep((step) =>
      isOp(step, 'remove') &&
      step.value !== undefined &&
      step.value !== null &&
      !/^members$/i.test(step.path ?? '')
        ? ['value', `remove of ${step.path ?? 'nothing'} has a value`]
        : undefined,
    ),
  },
];

const effectRules: readonly Rule[] = [
  {
    id: 'patch-changes-nothing',
    severity: 'notice',
    title: 'A PATCH that changes nothing',
    why: 'The resource already was so. The SCIM client sends more than differences, or did not see the last change.',
    source: 'RFC 7644 §3.5.2.1',
    entra:
      'Sends differences only; the same PATCH again and again means that it reads back something else.',
    find({ exchange, isSuccess }) {
      const effects = exchange.effects ?? [];
      const isIdle = effects.length > 0 && effects.every(({ action }) => action === 'unchanged');
      return hitIf(isSuccess && isIdle, 'Nothing was changed');
    },
  },
  {
    id: 'value-path-creates',
    severity: 'notice',
    title: 'A value path that matched nothing had to create',
    why: 'The RFC answers 400 noTarget to replace here. Without the new element the value would be lost.',
    source: `RFC 7644 §3.5.2.3; ${COMPLIANCE}`,
    entra:
      'Expects the element to be created: emails[type eq "work"].value on a user without work e-mail.',
    find(view) {
      const before = view.exchange.effects?.[0]?.before;
      if (!view.isSuccess || before === undefined || before === null) return NO_HITS;
      return createdByPath(view, before);
    },
  },
];

export const patchRules: RuleGroup = {
  where: 'request',
  applies: ({ method, sent, place }) =>
    method === 'PATCH' && sent !== undefined && place.kind === 'resource',
  rules: [...operationRules, ...pathRules, ...effectRules],
};

type Judgement = readonly [member: string, message: string] | undefined;

function eachStep(judge: (step: PatchStep) => Judgement) {
  return ({ steps }: ExchangeView): readonly Hit[] =>
    steps().flatMap((step) => {
      const found = judge(step);
      if (found === undefined) return NO_HITS;
      return [{ message: found[1], path: `Operations[${step.index}].${found[0]}` }];
    });
}

function isOp({ op }: PatchStep, ...wanted: readonly string[]): boolean {
  return op !== undefined && wanted.includes(op.toLowerCase());
}

function isList(value: JsonValue | undefined): boolean {
  return isJsonArray(value) || isJsonObject(value);
}

function lengthOf(value: JsonValue | undefined): number {
  return isJsonArray(value) ? value.length : 1;
}

/** Only filters of `eq` joined by `and` create anything. Several operations may fill the same new element. */
function createdByPath(view: ExchangeView, before: JsonObject): readonly Hit[] {
  const { place } = view;
  if (place.kind !== 'resource') return NO_HITS;
  const created = view.steps().flatMap((step) => {
    const { parsed } = step;
    if (parsed?.filter === undefined || !isOp(step, 'add', 'replace')) return [];
    const found = resolveAttribute(place.model, parsed.attribute);
    if (found === undefined || found.attribute.role === 'members') return [];
    const holder = found.extension === undefined ? before : before[found.extension];
    const list = isJsonObject(holder) ? read(holder, found.attribute.name) : undefined;
    const isMatched = isJsonArray(list) && list.some((element) => matches(element, parsed.filter));
    return isMatched ? [] : [{ name: (step.path ?? '').replace(/\].*$/, ']'), step }];
  });
  if (created.length === 0) return NO_HITS;
  const message = `Nothing matched ${showList(created.map(({ name }) => name))}`;
  return [{ message, path: `Operations[${created[0]?.step.index ?? 0}].path` }];
}

/** What is not a plain comparison counts as matched: nothing is claimed about it. */
function matches(element: JsonValue, filter: FilterNode | undefined): boolean {
  if (filter === undefined || !isJsonObject(element)) return true;
  if (filter.kind === 'and') return filter.terms.every((term) => matches(element, term));
  if (filter.kind !== 'compare' || filter.operator !== 'eq') return true;
  return fold(read(element, filter.attribute)) === fold(filter.value);
}

function fold(value: JsonValue | undefined): string {
  return (typeof value === 'string' ? value : JSON.stringify(value ?? null)).toLowerCase();
}
