// One capability or limit: what it does, where that is written, who has it, and its value.
import { RotateCcw } from 'lucide-react';
import { useId, useState } from 'react';
import type { SwitchDescription } from '../../../shared/admin/profile.ts';
import { Badge } from '../../ui/badge.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { ToggleSwitch } from './toggle-switch.tsx';

export type SwitchValue = boolean | number | string;

interface ProviderSwitchProps {
  readonly about: SwitchDescription;
  readonly value: SwitchValue | undefined;
  /** Set otherwise than the preset does. */
  readonly isChanged: boolean;
  readonly onChange: (value: SwitchValue) => void;
  readonly onReset: () => void;
}

export function ProviderSwitch(props: ProviderSwitchProps) {
  const { about, isChanged, onReset } = props;
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line/60 px-4 py-3 last:border-b-0">
      <div className="min-w-60 flex-1">
        <h3 className="flex items-center gap-2 font-medium">
          {about.title}
          {isChanged && <Badge tone="accent">Changed</Badge>}
        </h3>
        <p className="text-ink-2">{about.sentence}</p>
        <p className="text-sm text-ink-3">
          {about.source}. {about.seenIn}.
        </p>
      </div>
      <div className="flex w-56 items-center justify-end gap-1">
        {isChanged && (
          <IconButton
            icon={RotateCcw}
            label={`Set ${about.title} back to the preset`}
            onPress={onReset}
          />
        )}
        <Control {...props} />
      </div>
    </div>
  );
}

function Control({ about, value, onChange }: ProviderSwitchProps) {
  switch (about.kind) {
    case 'boolean':
      return <ToggleSwitch label={about.title} isOn={value === true} onChange={onChange} />;
    case 'choice':
      return (
        <SelectField
          label={about.title}
          isLabelHidden
          options={about.choices}
          value={String(value)}
          onChange={onChange}
        />
      );
    case 'integer':
      return <NumberControl key={String(value)} about={about} value={value} onChange={onChange} />;
  }
}

interface NumberControlProps {
  readonly about: Extract<SwitchDescription, { kind: 'integer' }>;
  readonly value: SwitchValue | undefined;
  readonly onChange: (value: number) => void;
}

/** Taken over with Enter or when the field is left; what is out of bounds is told and not taken. */
function NumberControl({ about, value, onChange }: NumberControlProps) {
  const [text, setText] = useState(String(value));
  const id = useId();
  const number = Number(text);
  const isValid = /^\d+$/.test(text.trim()) && number >= about.min && number <= about.max;
  function commit(): void {
    if (isValid && number !== value) onChange(number);
  }
  return (
    <div className="w-44">
      <div className="flex items-center gap-2">
        <input
          aria-label={about.title}
          aria-invalid={!isValid}
          aria-describedby={id}
          inputMode="numeric"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === 'Enter' && commit()}
          className={`${INPUT_CLASSES} text-right tabular-nums aria-invalid:border-bad`}
        />
        <span className="w-20 shrink-0 text-sm text-ink-3">{about.unit}</span>
      </div>
      <p id={id} className={isValid ? 'sr-only' : 'mt-1 text-sm text-bad'}>
        A whole number from {about.min} to {about.max}
      </p>
    </div>
  );
}
