// A parsed filter meets the schemas of a resource type (RFC 7644 §3.4.2.2): names become attributes, literals take the
// attribute's type, and what cannot be compared is refused, so that evaluating and compiling to SQL need no rules of
// their own. After this step `eq null` is `not (… pr)`, and no filter holds a null.
import type { CompareOperator, FilterNode } from '../../../shared/scim/filter-tree.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import type { Rules } from '../profile/rules.ts';
import {
  leafAttribute,
  resolveAttribute,
  resolveSubAttribute,
} from '../schema/resolve-attribute.ts';
import type { ResolvedAttribute } from '../schema/schema-types.ts';
import { invalidFilter } from '../scim-error.ts';
import { readLiteral } from './read-literal.ts';
import type { ResolvedFilter } from './resolved-filter.ts';

/** How names are found, and what the tenant tolerates. */
interface Scope {
  readonly find: (path: string) => ResolvedAttribute | undefined;
  readonly profile: Profile;
}

type Comparison = Extract<FilterNode, { kind: 'compare' }>;

/**
 * A filter over resources of this type. Throws `invalidFilter` for a literal or operator that the attribute's type has
 * not, and for attributes that are never returned. @see RFC 7644 §3.4.2.2
 */
export function resolveFilter(node: FilterNode, { model, profile }: Rules): ResolvedFilter {
  return resolveNode(node, { find: (path) => resolveAttribute(model, path), profile });
}

/** A filter over the elements of one attribute: the part in brackets of a value path. @see RFC 7644 §3.5.2 */
export function resolveElementFilter(
  node: FilterNode,
  parent: ResolvedAttribute,
  profile: Profile,
): ResolvedFilter {
  return resolveNode(node, { find: (name) => resolveSubAttribute(parent, name), profile });
}

function resolveNode(node: FilterNode, scope: Scope): ResolvedFilter {
  switch (node.kind) {
    case 'and':
    case 'or':
      return { kind: node.kind, terms: node.terms.map((term) => resolveNode(term, scope)) };
    case 'not':
      return { kind: 'not', term: resolveNode(node.term, scope) };
    case 'present':
      return resolvePresent(node.attribute, scope);
    case 'compare':
      return resolveComparison(node, scope);
    case 'value-path':
      return resolveValuePath(node, scope);
  }
}

function resolvePresent(path: string, scope: Scope): ResolvedFilter {
  return { kind: 'present', target: findReadable(path, scope) ?? { unknown: path } };
}

function resolveComparison(node: Comparison, scope: Scope): ResolvedFilter {
  const { attribute: path, operator, value } = node;
  if (value === null) return resolveNullComparison(path, operator, scope);

  const found = findReadable(path, scope);
  if (found === undefined) return { kind: 'compare', target: { unknown: path }, operator, value };

  const target = withDefaultSubAttribute(found, path);
  const comparison = { operator, value, profile: scope.profile };
  return { kind: 'compare', target, operator, value: readLiteral(target, comparison) };
}

/** Null and absent are the same (RFC 7643 §2.5). */
function resolveNullComparison(
  path: string,
  operator: CompareOperator,
  scope: Scope,
): ResolvedFilter {
  const present = resolvePresent(path, scope);
  if (operator === 'ne') return present;
  if (operator === 'eq') return { kind: 'not', term: present };
  throw invalidFilter(`Filter: "${path}" can be compared with null by eq and ne only`);
}

/** `emails co "x"`, `members eq "id"` and `manager eq "id"` mean the `value`. @see RFC 7644 §3.4.2.2 */
function withDefaultSubAttribute(target: ResolvedAttribute, path: string): ResolvedAttribute {
  if (leafAttribute(target).type !== 'complex') return target;
  const value = resolveSubAttribute(target, 'value');
  if (value !== undefined) return value;
  throw invalidFilter(`Filter: "${path}" is complex; compare one of its sub-attributes`);
}

type ValuePath = Extract<FilterNode, { kind: 'value-path' }>;

function resolveValuePath({ attribute: path, filter }: ValuePath, scope: Scope): ResolvedFilter {
  const target = findReadable(path, scope);
  if (target === undefined) return { kind: 'present', target: { unknown: path } };
  if (target.subAttribute !== undefined) {
    throw invalidFilter(`Filter: "${path}[" filters a sub-attribute, which has no elements`);
  }
  return {
    kind: 'value-path',
    target,
    filter: resolveElementFilter(filter, target, scope.profile),
  };
}

/** What is never returned must not be guessed by filters either: `password sw "a"`. @see RFC 7644 §7.5.1 */
function findReadable(path: string, scope: Scope): ResolvedAttribute | undefined {
  const found = scope.find(path);
  if (found === undefined && scope.profile.unknownFilterAttribute === 'reject') {
    throw invalidFilter(`Filter: "${path}" is no attribute of this resource type`);
  }
  if (found === undefined || leafAttribute(found).returned !== 'never') return found;
  throw invalidFilter(`Filter: "${path}" is never returned and cannot be filtered by`);
}
