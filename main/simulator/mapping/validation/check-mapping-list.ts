// Rules about the mappings of an object as a whole: matching, required attributes, what may be mapped once only.
import { ExpressionError } from '../../../../shared/simulator/expression/expression-error.ts';
import { walkExpression } from '../../../../shared/simulator/expression/expression-tree.ts';
import { parseExpression } from '../../../../shared/simulator/expression/parse-expression.ts';
import type { AttributeMapping } from '../../../../shared/simulator/mapping.ts';
import {
  error,
  isMatching,
  repeated,
  warning,
  type Finding,
  type ObjectReview,
} from './object-review.ts';

const WHOLE = { kind: 'object' } as const;

export function checkMappingList(review: ObjectReview): Finding[] {
  return [
    ...checkMatching(review),
    ...checkRequired(review),
    ...checkRepeated(review),
    ...checkUserRules(review),
  ];
}

function checkMatching({ mapping }: ObjectReview): Finding[] {
  const { attributeMappings } = mapping;
  if (!attributeMappings.some(isMatching)) {
    return [
      error(
        'NoMatchingAttribute',
        WHOLE,
        'No attribute matches objects; set "Match objects using this attribute" on one, such as userName.',
      ),
    ];
  }
  return repeated(attributeMappings, ({ matchingPrecedence }) =>
    matchingPrecedence === null ? null : String(matchingPrecedence),
  ).map(({ item, index }) =>
    error(
      'DuplicateMatchingPrecedence',
      { kind: 'mapping', index },
      `Two attributes have the matching precedence ${item.matchingPrecedence}; give each its own.`,
    ),
  );
}

function checkRequired({ mapping, targetAttributes }: ObjectReview): Finding[] {
  const mapped = new Set(mapping.attributeMappings.map(({ target }) => target));
  return targetAttributes
    .filter(
      ({ isRequired, isPrimaryKey, name }) => isRequired && !isPrimaryKey && !mapped.has(name),
    )
    .map(({ name }) =>
      error(
        'RequiredMappingMissing',
        WHOLE,
        `The target requires ${name}; map it again, or make it not required in the attribute list.`,
      ),
    );
}

function checkRepeated({ mapping: { attributeMappings } }: ObjectReview): Finding[] {
  const targets = repeated(attributeMappings, ({ target }) => target.toLowerCase());
  const roles = repeated(attributeMappings, (mapping) => (usesRoles(mapping) ? 'roles' : null));
  return [
    ...targets.map(({ item, index }) =>
      error(
        'DuplicateTarget',
        { kind: 'mapping', index },
        `${item.target} is mapped twice; remove one of the two.`,
      ),
    ),
    ...roles.map(({ index }) =>
      error(
        'RoleFunctionRepeated',
        { kind: 'mapping', index },
        'Only one mapping may use a function for app roles; remove one of the two.',
      ),
    ),
  ];
}

const ROLE_FUNCTIONS = new Set([
  'SingleAppRoleAssignment',
  'AppRoleAssignmentsComplex',
  'AssertiveAppRoleAssignmentsComplex',
  'AppRoleAssignments',
]);

/** Of the functions that an expression calls; none where it cannot be read. */
export function calledFunctions({ type, expression }: AttributeMapping): ReadonlySet<string> {
  if (type !== 'Expression') return new Set();
  try {
    const nodes = [...walkExpression(parseExpression(expression ?? ''))];
    return new Set(nodes.flatMap((node) => (node.kind === 'call' ? [node.name] : [])));
  } catch (failure) {
    if (failure instanceof ExpressionError) return new Set();
    throw failure;
  }
}

export function usesRoles(mapping: AttributeMapping): boolean {
  return [...calledFunctions(mapping)].some((name) => ROLE_FUNCTIONS.has(name));
}

function checkUserRules({ mapping }: ObjectReview): Finding[] {
  if (mapping.objectType !== 'User') return [];
  const namesSoftDelete = ({ source, expression }: AttributeMapping) =>
    source === 'IsSoftDeleted' || (expression?.includes('[IsSoftDeleted]') ?? false);
  const findings: Finding[] = [];
  if (!mapping.enabled) {
    findings.push(
      error(
        'UserMappingDisabled',
        WHOLE,
        'The mapping of users cannot be disabled; take away its target object actions instead.',
      ),
    );
  }
  if (!mapping.attributeMappings.some(namesSoftDelete)) {
    findings.push(
      warning(
        'SoftDeleteNotMapped',
        WHOLE,
        'No mapping uses IsSoftDeleted, so that nobody is ever deactivated; map it to active.',
      ),
    );
  }
  return findings;
}
