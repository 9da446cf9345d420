// Rules about the operations of a Bulk message. @see RFC 7644 §3.7
import { isJsonArray, isJsonObject, type JsonObject } from '../../../../shared/scim/json.ts';
import type { ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS, type Hit } from '../hit.ts';
import { showValue } from '../show-value.ts';
import { read } from './message-rules.ts';

const METHODS = ['POST', 'PUT', 'PATCH', 'DELETE'];

const rules: readonly Rule[] = [
  {
    id: 'bulk-without-operations',
    severity: 'error',
    title: 'A Bulk message without operations',
    why: 'There is nothing to do; it answers 400 invalidSyntax.',
    source: 'RFC 7644 §3.7',
    find: (view) =>
      hitIf(operations(view).length === 0, 'The body has no Operations', 'Operations'),
  },
  {
    id: 'bulk-unknown-method',
    severity: 'error',
    title: 'A Bulk operation with a method that Bulk does not have',
    why: 'Only POST, PUT, PATCH and DELETE can be sent in bulk.',
    source: 'RFC 7644 §3.7',
    find: each((operation) => {
      const method = read(operation, 'method');
      const isKnown = typeof method === 'string' && METHODS.includes(method.toUpperCase());
      return isKnown ? undefined : ['method', `method is ${showValue(method)}`];
    }),
  },
  {
    id: 'bulk-post-without-id',
    severity: 'error',
    title: 'A POST in bulk without a bulkId',
    why: 'The answer cannot be told from the others, and nothing can refer to the new resource.',
    source: 'RFC 7644 §3.7',
    find: each((operation) => {
      const isPost = isPostOf(operation);
      const bulkId = read(operation, 'bulkId');
      const isMissing = typeof bulkId !== 'string' || bulkId === '';
      return isPost && isMissing ? ['bulkId', 'POST has no bulkId'] : undefined;
    }),
  },
  {
    id: 'bulk-repeated-id',
    severity: 'error',
    title: 'The same bulkId twice',
    why: 'A reference to it means two resources.',
    source: 'RFC 7644 §3.7',
    find(view) {
      const ids = operations(view)
        .map((operation) => read(operation, 'bulkId'))
        .filter((id) => typeof id === 'string');
      const twice = ids.find((id, at) => ids.indexOf(id) < at);
      return hitIf(twice !== undefined, `bulkId ${showValue(twice)} is given twice`, 'Operations');
    },
  },
  {
    id: 'bulk-odd-path',
    severity: 'error',
    title: 'A Bulk operation with a path that leads nowhere',
    why: 'Paths are relative to the base, such as /Users or /Users/2f9, and DELETE, PUT and PATCH name a resource.',
    source: 'RFC 7644 §3.7',
    find: each((operation) => {
      const path = read(operation, 'path');
      const isPost = isPostOf(operation);
      const form = isPost ? /^\/[^/?]+$/ : /^\/[^/?]+\/[^/?]+$/;
      const isFine = typeof path === 'string' && form.test(path);
      return isFine ? undefined : ['path', `path is ${showValue(path)}`];
    }),
  },
];

export const bulkRules: RuleGroup = {
  where: 'request',
  applies: ({ method, place, sent }) =>
    method === 'POST' && place.kind === 'bulk' && sent !== undefined,
  rules,
};

function operations({ sent }: ExchangeView): readonly JsonObject[] {
  const list = read(sent, 'Operations');
  return isJsonArray(list) ? list.filter((operation) => isJsonObject(operation)) : [];
}

function isPostOf(operation: JsonObject): boolean {
  const method = read(operation, 'method');
  return typeof method === 'string' && method.toUpperCase() === 'POST';
}

function each(judge: (operation: JsonObject) => readonly [string, string] | undefined) {
  return (view: ExchangeView): readonly Hit[] =>
    operations(view).flatMap((operation, index) => {
      const found = judge(operation);
      if (found === undefined) return NO_HITS;
      return [{ message: found[1], path: `Operations[${index}].${found[0]}` }];
    });
}
