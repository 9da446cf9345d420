// Whether objects are matched by an attribute, and after which others it is asked.
import type { AttributeMapping, ObjectMapping } from '../../../shared/simulator/mapping.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface MatchingFieldsProps {
  readonly object: ObjectMapping;
  readonly mapping: AttributeMapping;
  readonly onChange: (changes: Partial<AttributeMapping>) => void;
}

export function MatchingFields({ object, mapping, onChange }: MatchingFieldsProps) {
  const { matchingPrecedence } = mapping;
  const next =
    1 + Math.max(0, ...object.attributeMappings.map((one) => one.matchingPrecedence ?? 0));

  function setPrecedence(text: string): void {
    const value = Number(text.trim());
    if (Number.isInteger(value) && value >= 1 && value <= 99)
      onChange({ matchingPrecedence: value });
  }

  return (
    <div className="flex flex-col gap-1">
      <CheckBox
        isSelected={matchingPrecedence !== null}
        onChange={(isOn) => onChange({ matchingPrecedence: isOn ? Math.min(next, 99) : null })}
      >
        Match objects using this attribute
      </CheckBox>
      {matchingPrecedence !== null && (
        <TextField
          key={matchingPrecedence}
          label="Matching precedence"
          defaultValue={String(matchingPrecedence)}
          hint="1 is asked first; the first that finds an object wins."
          inputMode="numeric"
          onChange={setPrecedence}
        />
      )}
    </div>
  );
}
