// One setting: its name, what it means, its control, and whether it differs from its default.
import { RotateCcw } from 'lucide-react';
import {
  DEFAULT_SETTINGS,
  type SettingKey,
  type SettingsState,
} from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { showValue } from './find-settings.ts';
import { UpdateStatus } from '../updates/update-status.tsx';
import { SettingControl } from './setting-control.tsx';

interface SettingRowProps {
  readonly settingKey: SettingKey;
  readonly state: SettingsState;
  readonly onChange: (key: SettingKey, value: unknown) => void;
  readonly onReset: (key: SettingKey) => void;
}

export function SettingRow({ settingKey: key, state, onChange, onReset }: SettingRowProps) {
  const { title, sentence } = SETTING_WORDS[key];
  const isChanged = state.changed.includes(key);
  return (
    <div role="group" aria-label={title} className="border-b border-line/60 py-4 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        {isChanged && (
          <span className="size-2 shrink-0 rounded-full bg-accent" title="Differs from the default">
            <span className="sr-only">Differs from the default. </span>
          </span>
        )}
        <h3 className="font-medium">{title}</h3>
        <StateBadge settingKey={key} state={state} />
      </div>
      <p className="mt-0.5 max-w-prose text-ink-2">{sentence}</p>
      <div className="mt-2 flex flex-wrap items-start gap-x-4 gap-y-1">
        <SettingControl
          settingKey={key}
          settings={state.settings}
          onChange={(value) => onChange(key, value)}
        />
        {isChanged ? (
          <Button variant="ghost" onPress={() => onReset(key)}>
            <RotateCcw aria-hidden className="size-3.5" />
            Reset to {showValue(key, DEFAULT_SETTINGS[key])}
            <span className="sr-only">: {title}</span>
          </Button>
        ) : (
          <p className="self-center text-sm text-ink-3">
            Default: {showValue(key, DEFAULT_SETTINGS[key])}
          </p>
        )}
      </div>
      {key === 'general.updates' && <UpdateStatus />}
    </div>
  );
}

function StateBadge({ settingKey: key, state }: Pick<SettingRowProps, 'settingKey' | 'state'>) {
  if (state.overruled.includes(key)) {
    return <Badge tone="neutral">Decided by the command line</Badge>;
  }
  if (state.awaitsRestart.includes(key)) return <Badge tone="warn">Waits for a restart</Badge>;
  return SETTING_WORDS[key].needsRestart === true ? (
    <Badge tone="neutral">Takes effect at a restart</Badge>
  ) : null;
}
