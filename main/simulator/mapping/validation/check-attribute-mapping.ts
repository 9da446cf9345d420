// Rules about one attribute mapping: its target, its source, and whether the two go together.
import { checkExpression } from '../../../../shared/simulator/expression/check-expression.ts';
import { isExtensionName } from '../../../../shared/simulator/directory.ts';
import {
  walkExpression,
  type ExpressionNode,
} from '../../../../shared/simulator/expression/expression-tree.ts';
import { parseExpression } from '../../../../shared/simulator/expression/parse-expression.ts';
import type { AttributeMapping, ListedAttribute } from '../../../../shared/simulator/mapping.ts';
import { parseTargetPath } from '../../client/target-path.ts';
import { convertValue } from '../convert-value.ts';
import { usesRoles } from './check-mapping-list.ts';
import {
  error,
  findListed,
  findSource,
  isMatching,
  warning,
  type Finding,
  type ObjectReview,
} from './object-review.ts';

export function checkAttributeMapping(review: ObjectReview, index: number): Finding[] {
  const mapping = review.mapping.attributeMappings[index];
  if (mapping === undefined) return [];
  const subject: Subject = {
    review,
    mapping,
    listed: findListed(review, mapping.target),
    place: { kind: 'mapping', index },
  };
  return [
    ...checkTarget(subject),
    ...SOURCE_CHECKS[mapping.type](subject),
    ...checkMatchingUse(subject),
    ...checkReference(subject),
    ...checkDefault(subject),
  ];
}

interface Subject {
  readonly review: ObjectReview;
  readonly mapping: AttributeMapping;
  readonly listed: ListedAttribute | undefined;
  readonly place: Finding['place'];
}

function checkTarget({ mapping: { target }, listed, place }: Subject): Finding[] {
  const path = parseTargetPath(target);
  if (path === undefined) {
    return [
      error(
        'TargetPathInvalid',
        place,
        `"${target}" is no path that the provisioning service can write; write one such as name.givenName or emails[type eq "work"].value.`,
      ),
    ];
  }
  const name = path.attribute.toLowerCase();
  if (name === 'id' && path.schema === null) {
    return [
      error(
        'IdMapped',
        place,
        'id belongs to the target and cannot be mapped; remove the mapping.',
      ),
    ];
  }
  if (name === 'entitlements') {
    return [
      error(
        'TargetNotSupported',
        place,
        'The provisioning service does not write entitlements; remove the mapping.',
      ),
    ];
  }
  if (listed !== undefined) return [];
  return [
    error(
      'TargetNotListed',
      place,
      `${target} is not in the attribute list of the application; add it there first.`,
    ),
  ];
}

const SOURCE_CHECKS: Readonly<Record<AttributeMapping['type'], (subject: Subject) => Finding[]>> = {
  Direct: checkDirect,
  Constant: ({ mapping, listed, place }) => {
    if (mapping.constant === null || mapping.constant === '') {
      return [
        error(
          'SourceMissing',
          place,
          `The mapping of ${mapping.target} has no constant value; enter one.`,
        ),
      ];
    }
    return typeProblem(mapping.constant, { listed, place, what: 'The constant value' });
  },
  Expression: checkExpressionMapping,
  None: () => [],
};

function checkDirect({ review, mapping, listed, place }: Subject): Finding[] {
  const { source, target } = mapping;
  if (source === null || source === '') {
    return [
      error(
        'SourceMissing',
        place,
        `The mapping of ${target} has no source attribute; choose one.`,
      ),
    ];
  }
  const attribute = findSource(review, source);
  if (attribute === undefined) {
    return [
      error(
        'SourceNotListed',
        place,
        isExtensionName(source)
          ? `${source} is not in the attribute list of Microsoft Entra ID; add it there, or choose another for ${target}.`
          : `The directory has no attribute ${source}; choose another for ${target}.`,
      ),
    ];
  }
  if (attribute.isMultiValued && listed?.isMultiValued === false) {
    return [
      warning(
        'TypeMismatch',
        place,
        `${source} has several values and ${target} one: the first is taken; use Item or Join in an expression to choose.`,
      ),
    ];
  }
  return [];
}

function checkExpressionMapping({ review, mapping, place }: Subject): Finding[] {
  const { expression, target } = mapping;
  if (expression === null || expression.trim() === '') {
    return [
      error('SourceMissing', place, `The mapping of ${target} has no expression; write one.`),
    ];
  }
  const names = new Set(review.sourceAttributes.map(({ name }) => name));
  const problems = checkExpression(expression, names).map(({ severity, message }) =>
    severity === 'error'
      ? error('ExpressionInvalid', place, message)
      : warning('ExpressionWarning', place, message),
  );
  if (problems.length === 0 && mapping.apply === 'Always' && mayBeCleared(expression)) {
    problems.push(
      warning(
        'ExpressionWarning',
        place,
        `In Entra, Switch may clear ${target} when another mapped attribute changes and its own source does not, a defect that Microsoft documents and that is not simulated here; IIF avoids it.`,
      ),
    );
  }
  const isRoleTarget = parseTargetPath(target)?.attribute === 'roles';
  if (!usesRoles(mapping) || isRoleTarget) return problems;
  return [
    ...problems,
    warning(
      'RoleTargetNotRoles',
      place,
      `Functions for app roles are meant for roles or roles[primary eq "True"].value, not for ${target}.`,
    ),
  ];
}

// Entra: IsSoftDeleted is computed for every object, so that the Switch of the default mapping always has its source.
function mayBeCleared(expression: string): boolean {
  return [...walkExpression(parseExpression(expression))].some((node) => {
    const [source] = node.kind === 'call' && node.name === 'Switch' ? node.args : [];
    return source != null && [...walkExpression(source)].some(isReadAttribute);
  });
}

function isReadAttribute(node: ExpressionNode): boolean {
  return node.kind === 'attribute' && node.name !== 'IsSoftDeleted';
}

function checkMatchingUse({ mapping, listed, place }: Subject): Finding[] {
  if (!isMatching(mapping)) return [];
  const { target, type } = mapping;
  if (type === 'None' || type === 'Constant') {
    return [
      error(
        'MatchingAttributeNotUsable',
        place,
        `${target} cannot match objects without a value of their own; use a Direct mapping or an expression.`,
      ),
    ];
  }
  if (listed?.type === 'Reference' || (listed?.isMultiValued ?? false)) {
    return [
      error(
        'MatchingAttributeNotUsable',
        place,
        `${target} cannot match objects, the target cannot be filtered by it; choose an attribute with one plain value.`,
      ),
    ];
  }
  return [];
}

const REFERENCES: readonly (string | null)[] = ['manager', 'members'];

function checkReference({ mapping, listed, place }: Subject): Finding[] {
  const { target, source, type } = mapping;
  if (type === 'None') return [];
  const isFromReference = type === 'Direct' && REFERENCES.includes(source);
  if (listed?.type === 'Reference' && !isFromReference) {
    return [
      error(
        'ReferenceNotDirect',
        place,
        `${target} refers to another object and takes a Direct mapping of manager or members only.`,
      ),
    ];
  }
  if (listed !== undefined && listed.type !== 'Reference' && isFromReference) {
    return [
      error(
        'TypeMismatch',
        place,
        `${source} refers to another object and ${target} is a ${listed.type}; make it a Reference in the attribute list.`,
      ),
    ];
  }
  return [];
}

function checkDefault({ mapping, listed, place }: Subject): Finding[] {
  const { defaultValue } = mapping;
  return defaultValue === null
    ? []
    : typeProblem(defaultValue, { listed, place, what: 'The default value' });
}

function typeProblem(
  value: string,
  { listed, place, what }: Pick<Subject, 'listed' | 'place'> & { readonly what: string },
): Finding[] {
  if (!('problem' in convertValue(value, listed))) return [];
  const message = `${what} "${value.slice(0, 60)}" is no ${listed?.type ?? 'String'}, which ${listed?.name ?? 'the target'} takes.`;
  return [error('TypeMismatch', place, message)];
}
