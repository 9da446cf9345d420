// Which sections of the checks to run; none chosen means all.
import { useCheckCatalogue } from './use-check-runs.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { formatCount } from '../../ui/format.ts';

interface SectionChoiceProps {
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

export function SectionChoice({ chosen, onChange }: SectionChoiceProps) {
  const catalogue = useCheckCatalogue().data;
  if (catalogue === undefined) return null;
  const total = catalogue.checks.filter(
    ({ section }) => chosen.length === 0 || chosen.includes(section),
  ).length;
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium text-ink-2">
        Sections{' '}
        <span className="font-normal text-ink-3">
          {chosen.length === 0
            ? `all, ${formatCount(total, 'check')}`
            : `${chosen.length} chosen, ${formatCount(total, 'check')}`}
        </span>
      </legend>
      <div className="grid grid-cols-1 gap-x-4 gap-y-0.5 sm:grid-cols-2">
        {catalogue.sections.map(({ id, name }) => (
          <CheckBox
            key={id}
            isSelected={chosen.includes(id)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, id] : chosen.filter((one) => one !== id))
            }
          >
            {name}
          </CheckBox>
        ))}
      </div>
    </fieldset>
  );
}
