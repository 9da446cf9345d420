// Clock control: how virtual time passes, and jumps through it. Cycles that become due on the way run, each at its time.
import { FastForward } from 'lucide-react';
import { useState } from 'react';
import {
  readIntervalMinutes,
  USUAL_INTERVAL_MINUTES,
  type JobStatus,
} from '../../../shared/simulator/job.ts';
import { Button } from '../../ui/button.tsx';
import { formatCount, formatDateTime } from '../../ui/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { Panel } from '../provisioning/panel.tsx';
import {
  useClockJump,
  useClockSetting,
  useVirtualNow,
  type VirtualNow,
} from '../provisioning/use-simulator-clock.ts';

type Pace = 'real' | 'fast-60' | 'fast-2400' | 'fast' | 'step';

interface PaceOption {
  readonly value: Pace;
  readonly label: string;
}

/** `minutes` of virtual time between two cycles. */
function describePaces(minutes: number): readonly PaceOption[] {
  const seconds = Math.round((minutes * 60) / 2_400);
  const soon = seconds < 1 ? 'less than a second' : formatCount(seconds, 'second');
  return [
    { value: 'real', label: `Real: ${formatCount(minutes, 'minute')} between cycles` },
    { value: 'fast-60', label: `Fast ×60: ${formatCount(minutes, 'second')} between cycles` },
    { value: 'fast-2400', label: `Fast ×2,400: ${soon} between cycles` },
    { value: 'step', label: 'Manual: it stands until it is moved' },
  ];
}

export function ClockCard({ status }: { readonly status: JobStatus }) {
  const clock = useVirtualNow();
  return (
    <Panel title="Clock" hint="The time that provisioning lives in.">
      {clock !== undefined && <Control clock={clock} status={status} />}
    </Panel>
  );
}

interface ControlProps {
  readonly clock: VirtualNow;
  readonly status: JobStatus;
}

function Control({ clock, status }: ControlProps) {
  const setting = useClockSetting();
  const jump = useClockJump();
  const pace = readPace(clock);
  const paces = describePaces(readIntervalMinutes(status) ?? USUAL_INTERVAL_MINUTES);
  return (
    <div className="flex flex-col gap-3">
      <p role="timer" aria-label="Virtual time" className="text-lg font-semibold tabular-nums">
        {formatDateTime(clock.now.toISOString())}
      </p>
      <p className="text-sm text-ink-2">
        {clock.differs ? 'It differs from the time on the wall.' : 'It is the time on the wall.'}
      </p>
      <SelectField
        label="Pace"
        options={
          pace === 'fast' ? [...paces, { value: pace, label: `Fast ×${clock.factor}` }] : paces
        }
        value={pace}
        onChange={(next) => setting.mutate(settingOf(next, clock))}
      />
      <div className="flex flex-wrap gap-2">
        <Button
          isDisabled={status.nextCycle === null}
          isPending={jump.isPending}
          onPress={() => jump.mutate({ to: 'nextCycle' })}
        >
          <FastForward aria-hidden className="size-3.5" />
          {status.quarantine === null ? 'Run next cycle' : 'Jump to the next retry'}
        </Button>
        {pace === 'real' && clock.differs && (
          <Button onPress={() => setting.mutate({ mode: 'real', factor: 1 })}>
            Back to the time on the wall
          </Button>
        )}
      </div>
      <Jump isPending={jump.isPending} onJump={(seconds) => jump.mutate({ seconds })} />
    </div>
  );
}

function readPace({ mode, factor }: VirtualNow): Pace {
  if (mode !== 'fast') return mode;
  return factor === 60 ? 'fast-60' : factor === 2_400 ? 'fast-2400' : 'fast';
}

function settingOf(pace: Pace, { factor }: VirtualNow) {
  if (pace === 'real' || pace === 'step') return { mode: pace, factor: 1 } as const;
  return {
    mode: 'fast',
    factor: pace === 'fast' ? factor : pace === 'fast-60' ? 60 : 2_400,
  } as const;
}

const UNITS = [
  { value: '60', label: 'minutes' },
  { value: '3600', label: 'hours' },
  { value: '86400', label: 'days' },
] as const;
type Unit = (typeof UNITS)[number]['value'];

interface JumpProps {
  readonly isPending: boolean;
  readonly onJump: (seconds: number) => void;
}

function Jump({ isPending, onJump }: JumpProps) {
  const [amount, setAmount] = useState('40');
  const [unit, setUnit] = useState<Unit>('60');
  const [isTried, setIsTried] = useState(false);
  const seconds = Number(amount) * Number(unit);
  const isGood = amount.trim() !== '' && seconds > 0 && seconds <= LONGEST_JUMP_SECONDS;

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    event.stopPropagation();
    setIsTried(true);
    if (isGood) onJump(seconds);
  }

  return (
    <form noValidate onSubmit={submit} className="grid grid-cols-[5rem_1fr_auto] items-start gap-2">
      <TextField
        label="Jump ahead"
        inputMode="decimal"
        value={amount}
        onChange={setAmount}
        error={isTried && !isGood ? 'Enter a number above 0, of ten years at most.' : undefined}
      />
      <SelectField label="Unit" options={UNITS} value={unit} onChange={setUnit} />
      <div className="pt-5.5">
        <Button type="submit" isPending={isPending}>
          Jump
        </Button>
      </div>
    </form>
  );
}

const LONGEST_JUMP_SECONDS = 3_650 * 86_400;
