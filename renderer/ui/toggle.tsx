// An on/off switch whose label stands elsewhere; its state also stands in a word beside it.
import { Switch } from 'react-aria-components/Switch';

interface ToggleProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly onWord?: string;
  readonly offWord?: string;
  readonly describedBy?: string;
}

export function Toggle(props: ToggleProps) {
  const { label, isOn, onChange, onWord = 'On', offWord = 'Off', describedBy } = props;
  return (
    <Switch
      aria-label={label}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      isSelected={isOn}
      onChange={onChange}
      className="group flex h-7 w-fit cursor-default items-center gap-2 rounded-md"
    >
      <span className="flex h-4.5 w-8 items-center rounded-full border border-line-strong bg-surface-3 p-0.5 outline-offset-2 group-data-focus-visible:outline-2 group-data-focus-visible:outline-(--focus) group-data-selected:border-transparent group-data-selected:bg-accent-fill">
        <span className="size-3 rounded-full bg-line-strong transition-transform group-data-selected:translate-x-3.5 group-data-selected:bg-on-accent" />
      </span>
      <span className="text-ink-1">{isOn ? onWord : offWord}</span>
    </Switch>
  );
}
