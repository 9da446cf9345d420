// What the step of the import shows: what tells the object from others, and the values of all attributes that its mapping
// and its scoping filters read.
// @see https://learn.microsoft.com/graph/api/resources/provisioningstep
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import {
  walkExpression,
  type ExpressionNode,
} from '../../../shared/simulator/expression/expression-tree.ts';
import { parseExpression } from '../../../shared/simulator/expression/parse-expression.ts';
import type { Application } from '../../../shared/simulator/application.ts';
import type { AttributeMapping, ObjectMapping } from '../../../shared/simulator/mapping.ts';
import { isRedacted } from '../mapping/evaluate-expression.ts';
import type { SourceValue } from '../source-entry.ts';
import { REDACTED } from './show-properties.ts';
import { rolesOf, toSourceEntry, type SourceObject } from './source-object.ts';

export interface ImportFacts {
  readonly application: Application;
  readonly mapping: ObjectMapping;
  readonly isSoftDeleted: boolean;
}

/** Attributes without a value are left out. */
export function importDetails(
  source: SourceObject,
  { application, mapping, isSoftDeleted }: ImportFacts,
): Record<string, string> {
  const { attributes } = toSourceEntry(source, { isSoftDeleted, application });
  const { plain, redacted } = namesRead(mapping);
  const roles = rolesOf(source, application).map(({ displayName }) => displayName);
  const values: Readonly<Record<string, SourceValue | undefined>> = {
    ...attributes,
    appRoleAssignments: roles.join(', '),
  };
  const names = new Set([...IDENTIFYING[source.objectType], ...plain, ...redacted]);
  const read = [...names].map((name): [string, string] => {
    const text = spell(Object.hasOwn(values, name) ? values[name] : null);
    return [name, redacted.has(name) && text !== '' ? REDACTED : text];
  });
  return Object.fromEntries(read.filter(([, text]) => text !== ''));
}

const IDENTIFYING = {
  User: [
    'objectId',
    'accountEnabled',
    'displayName',
    'IsSoftDeleted',
    'userPrincipalName',
    'appRoleAssignments',
  ],
  Group: ['objectId', 'displayName', 'IsSoftDeleted', 'appRoleAssignments'],
} as const;

interface ReadNames {
  readonly plain: ReadonlySet<string>;
  /** Those of an expression whose value logs do not show. */
  readonly redacted: ReadonlySet<string>;
}

function namesRead({ attributeMappings, scopingFilters }: ObjectMapping): ReadNames {
  const plain = new Set<string>();
  const redacted = new Set<string>();
  for (const mapping of attributeMappings) {
    if (mapping.type === 'Direct' && mapping.source !== null) plain.add(mapping.source);
    const node = parse(mapping);
    if (node === undefined) continue;
    const names = isRedacted(node) ? redacted : plain;
    for (const part of walkExpression(node)) if (part.kind === 'attribute') names.add(part.name);
  }
  for (const { clauses } of scopingFilters)
    clauses.forEach(({ attribute }) => plain.add(attribute));
  return { plain, redacted };
}

/** Undefined where there is none, or one that cannot be read: the mapping itself tells of that. */
function parse({ type, expression }: AttributeMapping): ExpressionNode | undefined {
  if (type !== 'Expression' || expression === null) return undefined;
  try {
    return parseExpression(expression);
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return undefined;
  }
}

function spell(value: SourceValue | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'string' ? value : value.join(', ');
}
