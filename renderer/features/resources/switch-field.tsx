// A labelled on/off switch.
import { Toggle } from '../../ui/toggle.tsx';

interface SwitchFieldProps {
  readonly label: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
  readonly onWord: string;
  readonly offWord: string;
}

export function SwitchField(props: SwitchFieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span aria-hidden className="text-sm font-medium text-ink-2">
        {props.label}
      </span>
      <Toggle {...props} />
    </div>
  );
}
