// The control of one setting, by the kind of its value.
import { useState } from 'react';
import type { LabelColour, SettingKey, Settings } from '../../../shared/admin/setting.ts';
import { LABEL_COLOURS } from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Toggle } from '../../ui/toggle.tsx';
import { ColourChoice } from '../tenants/colour-choice.tsx';
import { describeProblem } from './find-settings.ts';
import { IndexProgress } from './index-progress.tsx';
import { ShortcutEditor } from './shortcut-editor.tsx';
import { TlsEditor } from './tls-editor.tsx';

interface SettingControlProps {
  readonly settingKey: SettingKey;
  readonly settings: Settings;
  readonly onChange: (value: unknown) => void;
}

export function SettingControl({ settingKey: key, settings, onChange }: SettingControlProps) {
  const value = settings[key];
  const { title, labels } = SETTING_WORDS[key];
  if (key === 'shortcuts.bindings') return <ShortcutEditor />;
  if (key === 'server.tls') return <TlsEditor />;
  if (key === 'general.instanceColour') {
    return (
      <ColourChoice
        label={title}
        isLabelHidden
        colours={LABEL_COLOURS}
        value={settings[key]}
        onChange={(colour: LabelColour) => onChange(colour)}
      />
    );
  }
  if (key === 'log.searchIndex') {
    return (
      <>
        <Toggle label={title} isOn={settings[key]} onChange={onChange} />
        <IndexProgress />
      </>
    );
  }
  if (typeof value === 'boolean') {
    return <Toggle label={title} isOn={value} onChange={onChange} />;
  }
  if (labels !== undefined && typeof value === 'string') {
    const options = Object.entries(labels).map(([one, label]) => ({ value: one, label }));
    return (
      <SelectField
        label={title}
        isLabelHidden
        options={options}
        value={value}
        onChange={onChange}
      />
    );
  }
  if (typeof value === 'object' && !Array.isArray(value)) return null;
  return <TypedControl key={String(value)} settingKey={key} value={value} onChange={onChange} />;
}

interface TypedControlProps {
  readonly settingKey: SettingKey;
  readonly value: string | number | readonly string[];
  readonly onChange: (value: unknown) => void;
}

/** A number, a text, or texts with spaces between them: stored when the field is left or Enter is pressed, if it is right. */
function TypedControl({ settingKey, value, onChange }: TypedControlProps) {
  const { title, unit } = SETTING_WORDS[settingKey];
  const isNumber = typeof value === 'number';
  const [typed, setTyped] = useState(writeTyped(value));
  const wanted = readTyped(typed, value);
  const problem = describeProblem(settingKey, wanted);

  function store(): void {
    if (problem === undefined && writeTyped(wanted) !== writeTyped(value)) onChange(wanted);
  }

  return (
    <div className="flex items-start gap-2">
      <div className={isNumber ? 'w-32' : 'w-72 max-w-full'}>
        <TextField
          aria-label={unit === undefined ? title : `${title}, ${unit}`}
          value={typed}
          onChange={setTyped}
          onBlur={store}
          onKeyDown={(event) => event.key === 'Enter' && store()}
          error={problem}
          inputMode={isNumber ? 'numeric' : 'text'}
        />
      </div>
      {unit !== undefined && <span className="pt-1 text-ink-2">{unit}</span>}
    </div>
  );
}

type Typed = TypedControlProps['value'];

function writeTyped(value: Typed): string {
  return typeof value === 'object' ? value.join(' ') : String(value);
}

/** Of the same kind as what is set. A number that is none stays the text that it is. */
function readTyped(typed: string, value: Typed): Typed {
  const text = typed.trim();
  if (typeof value === 'object') return text.split(/[\s,]+/).filter((each) => each !== '');
  return typeof value === 'number' && /^\d+$/.test(text) ? Number(text) : text;
}
