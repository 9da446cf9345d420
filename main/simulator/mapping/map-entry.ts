// Turns a directory object into the values that its mappings want in the target.
import { ExpressionError } from '../../../shared/simulator/expression/expression-error.ts';
import type { ExpressionNode } from '../../../shared/simulator/expression/expression-tree.ts';
import { parseExpression } from '../../../shared/simulator/expression/parse-expression.ts';
import type {
  AttributeMapping,
  ListedAttribute,
  ObjectMapping,
} from '../../../shared/simulator/mapping.ts';
import type { MappedAttribute, MappedObject, MappingProblem } from '../mapped-object.ts';
import type { SourceEntry } from '../source-entry.ts';
import { convertValue } from './convert-value.ts';
import { evaluateExpression, isFlowIgnored, isRedacted } from './evaluate-expression.ts';
import type { ExpressionValue } from './expression-value.ts';
import type { EvaluationContext } from './function-call.ts';

export interface MappingOptions extends Omit<EvaluationContext, 'attributes'> {
  /** Default values and *Only during object creation* belong to `create`. */
  readonly occasion: 'create' | 'update';
  /** Their types decide what is a reference, a truth value or a number. */
  readonly targetAttributes: readonly ListedAttribute[];
}

/** What a mapping gives before the target's type is looked at; `isIgnored`: nothing flows, not even a default. */
interface SourcedValue {
  readonly value: ExpressionValue;
  readonly isIgnored: boolean;
  readonly isRedacted: boolean;
}

/**
 * Attributes that do not flow are not in the answer: a mapping that applies to creation only, on an update, and what
 * `IgnoreFlowIfNullOrEmpty` drops. Those without a value are, with null. Whatever fails is a problem, never thrown.
 */
export function mapEntry(
  entry: SourceEntry,
  mapping: ObjectMapping,
  options: MappingOptions,
): MappedObject {
  const attributes: MappedAttribute[] = [];
  const problems: MappingProblem[] = [];
  for (const attributeMapping of mapping.attributeMappings) {
    if (options.occasion === 'update' && attributeMapping.apply === 'ObjectAddOnly') continue;
    try {
      const mapped = mapAttribute(entry, attributeMapping, options);
      if (mapped === undefined) continue;
      if ('message' in mapped) problems.push(mapped);
      else attributes.push(mapped);
    } catch (error) {
      if (!(error instanceof ExpressionError)) throw error;
      problems.push({ target: attributeMapping.target, message: error.message });
    }
  }
  const missing = options.occasion === 'create' ? findMissing(attributes, options) : [];
  return { attributes, problems: [...problems, ...missing] };
}

/** Throws ExpressionError. Undefined: the attribute does not flow. */
function mapAttribute(
  entry: SourceEntry,
  mapping: AttributeMapping,
  options: MappingOptions,
): MappedAttribute | MappingProblem | undefined {
  const context: EvaluationContext = { ...options, attributes: entry.attributes };
  const sourced = readSource(mapping, context);
  if (sourced.isIgnored) return undefined;
  const takesDefault = sourced.value === null && options.occasion === 'create';
  const value = takesDefault ? mapping.defaultValue : sourced.value;
  const listed = options.targetAttributes.find(({ name }) => name === mapping.target);
  const converted = convertValue(value, listed);
  const { target } = mapping;
  if ('problem' in converted) return { target, message: `${target} ${converted.problem}.` };
  return {
    target,
    ...converted,
    isReference: listed?.type === 'Reference' || isReferenceSource(mapping),
    isRedacted: sourced.isRedacted,
    mapping,
  };
}

function readSource(mapping: AttributeMapping, context: EvaluationContext): SourcedValue {
  const plain = (value: ExpressionValue) => ({ value, isIgnored: false, isRedacted: false });
  switch (mapping.type) {
    case 'Direct':
      return plain(context.attributes[mapping.source ?? ''] ?? null);
    case 'Constant':
      return plain(mapping.constant);
    case 'None':
      return plain(null);
    case 'Expression': {
      const node = parseOnce(mapping);
      const value = evaluateExpression(node, context);
      return { value, isIgnored: isFlowIgnored(node, value), isRedacted: isRedacted(node) };
    }
  }
}

const REFERENCE_SOURCES: readonly (string | null)[] = ['manager', 'members'];

function isReferenceSource({ type, source }: AttributeMapping): boolean {
  return type === 'Direct' && REFERENCE_SOURCES.includes(source);
}

/** A cycle maps thousands of objects by the same mappings. */
const parsed = new WeakMap<AttributeMapping, ExpressionNode>();

function parseOnce(mapping: AttributeMapping): ExpressionNode {
  const known = parsed.get(mapping);
  if (known !== undefined) return known;
  const node = parseExpression(mapping.expression ?? '');
  parsed.set(mapping, node);
  return node;
}

function findMissing(
  attributes: readonly MappedAttribute[],
  { targetAttributes }: MappingOptions,
): MappingProblem[] {
  const required = new Set(
    targetAttributes.filter(({ isRequired }) => isRequired).map(({ name }) => name),
  );
  return attributes
    .filter(({ target, value }) => required.has(target) && (value === null || value === ''))
    .map(({ target }) => ({
      target,
      message: `The target requires ${target}, but it has no value.`,
    }));
}
