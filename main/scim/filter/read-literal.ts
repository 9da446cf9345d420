// The literal of a comparison in the type of the attribute it is compared with (RFC 7644 §3.4.2.2, RFC 7643 §2.3).
import type { CompareOperator, FilterValue } from '../../../shared/scim/filter-tree.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import { parseInstant } from '../parse-instant.ts';
import { leafAttribute } from '../schema/resolve-attribute.ts';
import type { AttributeType, ResolvedAttribute } from '../schema/schema-types.ts';
import { invalidFilter } from '../scim-error.ts';

type Literal = Exclude<FilterValue, null>;

export interface Comparison {
  readonly operator: CompareOperator;
  readonly value: Literal;
  readonly profile: Profile;
}

const EQUALITY: readonly CompareOperator[] = ['eq', 'ne'];
const SUBSTRING: readonly CompareOperator[] = ['co', 'sw', 'ew'];
const ORDER: readonly CompareOperator[] = ['gt', 'ge', 'lt', 'le'];

const OPERATORS: Readonly<Record<AttributeType, readonly CompareOperator[]>> = {
  string: [...EQUALITY, ...SUBSTRING, ...ORDER],
  reference: [...EQUALITY, ...SUBSTRING, ...ORDER],
  dateTime: [...EQUALITY, ...SUBSTRING, ...ORDER],
  binary: [...EQUALITY, ...SUBSTRING],
  decimal: [...EQUALITY, ...ORDER],
  integer: [...EQUALITY, ...ORDER],
  boolean: EQUALITY,
  complex: [],
};

/** Throws `invalidFilter` when the attribute's type has no such operator or no such value. */
export function readLiteral(target: ResolvedAttribute, comparison: Comparison): Literal {
  const { operator, value } = comparison;
  const { type } = leafAttribute(target);
  const path = target.canonicalPath;
  if (!OPERATORS[type].includes(operator)) {
    throw invalidFilter(`Filter: "${path}" is a ${type}, which ${operator} cannot compare`);
  }
  const literal = convert(type, comparison);
  if (literal === undefined) {
    throw invalidFilter(
      `Filter: ${JSON.stringify(value)} is not a ${type} to compare "${path}" with`,
    );
  }
  return literal;
}

function convert(
  type: AttributeType,
  { operator, value, profile }: Comparison,
): Literal | undefined {
  switch (type) {
    case 'boolean':
      return toBoolean(value, profile);
    case 'decimal':
    case 'integer':
      return toNumber(value);
    case 'dateTime':
      return SUBSTRING.includes(operator) ? toText(value) : toDateTime(value);
    default:
      return toText(value);
  }
}

function toBoolean(value: Literal, profile: Profile): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (!profile.acceptStringBooleans) return undefined;
  // Entra: booleans arrive as "True" and "False" (`roles[primary eq "True"]`).
  const text = String(value).toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

function toNumber(value: Literal): number | undefined {
  if (typeof value === 'boolean' || value === '') return undefined;
  const number = Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function toDateTime(value: Literal): string | undefined {
  return typeof value === 'string' && parseInstant(value) !== undefined ? value : undefined;
}

/** An unquoted id may consist of digits. */
function toText(value: Literal): string | undefined {
  return typeof value === 'boolean' ? undefined : String(value);
}
