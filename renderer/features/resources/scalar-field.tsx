// One value of the type that the schema says.
import type { JsonValue } from '../../../shared/scim/json.ts';
import { formatValue } from '../../ui/json-text.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { AttributeInfo } from './schema-model.ts';

interface ScalarFieldProps {
  readonly label: string;
  readonly attribute: AttributeInfo;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}

const YES_NO = [
  { value: 'unset', label: 'Not set' },
  { value: 'true', label: 'True' },
  { value: 'false', label: 'False' },
] as const;

export function ScalarField({ label, attribute, value, onChange }: ScalarFieldProps) {
  if (attribute.type === 'boolean') {
    const known = value === true ? 'true' : value === false ? 'false' : 'unset';
    return (
      <SelectField
        label={label}
        options={YES_NO}
        value={known}
        onChange={(next) => onChange(next === 'unset' ? undefined : next === 'true')}
      />
    );
  }
  const isNumber = attribute.type === 'integer' || attribute.type === 'decimal';
  const hint = hintOf(attribute);
  return (
    <TextField
      label={attribute.isRequired ? `${label} (required)` : label}
      isRequired={attribute.isRequired}
      {...(hint === undefined ? {} : { hint })}
      {...(isNumber ? { inputMode: 'decimal' as const } : {})}
      type={attribute.returned === 'never' ? 'password' : 'text'}
      autoComplete="off"
      value={formatValue(value)}
      onChange={(text) => onChange(text === '' ? undefined : isNumber ? numberIn(text) : text)}
    />
  );
}

/** What is no number yet stays text: the engine says what is wrong with it. */
function numberIn(text: string): string | number {
  const number = Number(text);
  const isWritten = Number.isFinite(number) && String(number) === text;
  return isWritten ? number : text;
}

function hintOf({ type, canonicalValues }: AttributeInfo): string | undefined {
  if (canonicalValues.length > 0) return canonicalValues.join(', ');
  if (type === 'dateTime') return 'Such as 2026-05-04T14:03:00Z';
  return undefined;
}
