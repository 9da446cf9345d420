// The runs of this server, newest first, and the way to a new one.
import { Plus } from 'lucide-react';
import type { CheckRun } from '../../../shared/admin/check-run.ts';
import { Button } from '../../ui/button.tsx';
import { formatTime } from '../../ui/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { PRESET_NAMES } from './check-model.ts';

interface RunPickerProps {
  readonly runs: readonly CheckRun[];
  readonly shown: string | undefined;
  readonly onPick: (id: string) => void;
}

export function RunPicker({ runs, shown, onPick }: RunPickerProps) {
  return (
    <>
      {shown !== undefined && runs.length > 1 && (
        <SelectField
          label="Run"
          isLabelHidden
          value={shown}
          onChange={onPick}
          options={runs.map((run) => ({ value: run.id, label: describeRun(run) }))}
        />
      )}
      {shown !== undefined && (
        <Button onPress={() => onPick('new')}>
          <Plus aria-hidden className="size-4" />
          New run
        </Button>
      )}
    </>
  );
}

function describeRun({ startedAt, target, preset, failed, state }: CheckRun): string {
  const outcome = state === 'finished' ? `${failed} failed` : state;
  const time = formatTime(startedAt).slice(0, -'.000'.length);
  return `${time} · ${PRESET_NAMES[preset]} · ${new URL(target).host} · ${outcome}`;
}
