// One clause of a scoping filter: attribute, operator, value.
import { Trash2 } from 'lucide-react';
import { SCOPE_OPERATORS, type ScopingClause } from '../../../shared/simulator/mapping.ts';
import { isFilterable, type SourceAttribute } from '../../../shared/simulator/source-attributes.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ClauseRowProps {
  readonly label: string;
  readonly sources: readonly SourceAttribute[];
  readonly clause: ScopingClause;
  readonly canRemove: boolean;
  /** null: removed. */
  readonly onChange: (clause: ScopingClause | null) => void;
}

const OPERATORS = SCOPE_OPERATORS.map((value) => ({ value, label: value }));

/** Operators that ask nothing but the attribute. */
const UNARY: readonly string[] = ['IS TRUE', 'IS FALSE', 'IS NULL', 'IS NOT NULL'];

export function ClauseRow({ label, sources, clause, canRemove, onChange }: ClauseRowProps) {
  const names = sources.filter(isFilterable).map(({ name }) => name);
  const known = names.includes(clause.attribute) ? names : [clause.attribute, ...names];
  return (
    <div role="group" aria-label={label} className="mb-2 flex flex-wrap items-end gap-2">
      <div className="w-52">
        <SelectField
          label="Attribute"
          options={known.map((value) => ({ value, label: value }))}
          value={clause.attribute}
          onChange={(attribute) => onChange({ ...clause, attribute })}
        />
      </div>
      <div className="w-52">
        <SelectField
          label="Operator"
          options={OPERATORS}
          value={clause.operator}
          onChange={(operator) =>
            onChange({ ...clause, operator, value: UNARY.includes(operator) ? '' : clause.value })
          }
        />
      </div>
      {!UNARY.includes(clause.operator) && (
        <div className="min-w-40 flex-1">
          <TextField
            label="Value"
            value={clause.value}
            onChange={(value) => onChange({ ...clause, value })}
          />
        </div>
      )}
      {canRemove && (
        <IconButton icon={Trash2} label={`Delete ${label}`} onPress={() => onChange(null)} />
      )}
    </div>
  );
}
