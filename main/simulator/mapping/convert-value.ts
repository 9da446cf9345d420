// A value as the type of its target attribute wants it. What an expression makes of a truth value is the text "True" or
// "False"; a Boolean attribute takes it as truth value, and the client decides how the wire spells that.
import type { ListedAttribute } from '../../../shared/simulator/mapping.ts';
import type { MappedAttribute, TargetValue } from '../mapped-object.ts';
import { isList, isRoles, toNumber, toText, type ExpressionValue } from './expression-value.ts';

type Converted = Pick<MappedAttribute, 'value' | 'roleForm'>;

/** `listed`: undefined where the attribute list of the target does not have the attribute, which then takes anything. */
export function convertValue(
  value: ExpressionValue,
  listed: ListedAttribute | undefined,
): Converted | { readonly problem: string } {
  if (isRoles(value)) return { value: value.roles, roleForm: value.form };
  if (value === null) return { value: null, roleForm: null };
  const converted = isList(value) ? convertList(value, listed) : convertSingle(value, listed);
  if (converted === undefined) {
    return {
      problem: `is of type ${listed?.type ?? 'String'} and cannot be "${spellShort(value)}"`,
    };
  }
  return { value: converted, roleForm: null };
}

/** An attribute of one value takes the first. */
function convertList(
  values: readonly string[],
  listed: ListedAttribute | undefined,
): TargetValue | undefined {
  if (values.length === 0) return [];
  if (listed === undefined || listed.isMultiValued) return values;
  const [first = ''] = values;
  return convertSingle(first, listed);
}

function convertSingle(
  value: ExpressionValue,
  listed: ListedAttribute | undefined,
): TargetValue | undefined {
  const text = toText(value) ?? '';
  switch (listed?.type) {
    case 'Boolean':
      return readTruth(text);
    case 'Integer': {
      const number = toNumber(value);
      return Number.isSafeInteger(number) ? Number(number) : undefined;
    }
    default:
      if (typeof value === 'boolean' && listed === undefined) return value;
      return listed?.isMultiValued === true ? [text] : text;
  }
}

function readTruth(text: string): boolean | undefined {
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === '1') return true;
  return lower === 'false' || lower === '0' ? false : undefined;
}

function spellShort(value: ExpressionValue): string {
  return (toText(value) ?? 'several values').slice(0, 60);
}
