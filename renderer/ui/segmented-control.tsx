// One choice out of two to four, as joined buttons; arrow keys move between them.
import type { LucideIcon } from 'lucide-react';
import { ToggleButton } from 'react-aria-components/ToggleButton';
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup';

interface SegmentedControlProps<Value extends string> {
  readonly label: string;
  readonly options: readonly {
    readonly value: Value;
    readonly label: string;
    readonly icon?: LucideIcon;
  }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
}

export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { label, options, value, onChange } = props;
  function choose(keys: ReadonlySet<unknown>): void {
    const chosen = options.find((option) => keys.has(option.value));
    if (chosen !== undefined) onChange(chosen.value);
  }
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={choose}
      className="inline-flex shrink-0 rounded-md border border-line bg-surface-2 p-px"
    >
      {options.map((option) => (
        <ToggleButton
          key={option.value}
          id={option.value}
          {...(option.icon === undefined ? {} : { 'aria-label': option.label })}
          className="flex h-6 min-w-6 cursor-default items-center justify-center rounded-[5px] px-1.5 text-sm font-medium text-ink-2 hover:text-ink-1 data-selected:bg-surface-1 data-selected:text-ink-1 data-selected:shadow-xs"
        >
          {option.icon === undefined ? (
            option.label
          ) : (
            <option.icon aria-hidden className="size-3.5" strokeWidth={1.75} />
          )}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}
