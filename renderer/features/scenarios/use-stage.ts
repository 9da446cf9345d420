// A story as it is told: which step is in view, and what Back, Next, Auto and Reset mean now. The run itself is the server's;
// Back shows a step again and undoes nothing.
import { useEffect, useEffectEvent, useState } from 'react';
import type {
  ScenarioRunDetails,
  ScenarioRunStart,
} from '../../../shared/scenario/scenario-run.ts';
import { useLeaveStage } from './use-leave-stage.ts';
import { useRunActions } from './use-scenarios.ts';

export const PACES = [
  { value: '8', label: 'Slow' },
  { value: '4', label: 'Medium' },
  { value: '1', label: 'Fast' },
] as const;
export type Pace = (typeof PACES)[number]['value'];

export interface StageControls {
  /** Place of the step in view. */
  readonly shown: number;
  readonly show: (index: number) => void;
  readonly back: () => void;
  readonly next: () => void;
  readonly nextLabel: string;
  readonly toggleAuto: () => void;
  readonly reset: () => void;
  readonly isAuto: boolean;
  readonly pace: Pace;
  readonly setPace: (pace: Pace) => void;
  readonly canGoBack: boolean;
  readonly canGoOn: boolean;
  readonly canReset: boolean;
  /** A step is under way, or what the run made is being removed. */
  readonly isBusy: boolean;
}

interface StageInput {
  readonly scenario: ScenarioRunStart['scenario'];
  readonly total: number;
  readonly run: ScenarioRunDetails | undefined;
  readonly onRun: (id: string | undefined) => void;
}

export function useStage({ scenario, total, run, onRun }: StageInput): StageControls {
  const { start, step, cancel } = useRunActions();
  const leave = useLeaveStage();
  const [chosen, setChosen] = useState<number>();
  const [isAuto, setIsAuto] = useState(false);
  const [pace, setPace] = useState<Pace>('4');
  const { current, isOver, isWaiting } = readRun(run);
  const shown = Math.min(chosen ?? current, total - 1);
  const isSending = start.isPending || step.isPending;
  const isBusy = isSending || run?.state === 'running' || run?.state === 'ending';
  const isBehind = shown < current;

  function goOn(): void {
    setChosen(undefined);
    if (run === undefined) {
      start.mutate({ scenario, mode: 'steps' }, { onSuccess: ({ id }) => onRun(id) });
    } else if (isWaiting) {
      if (isLastStep(run)) leave(run);
      step.mutate({ id: run.id });
    }
  }

  useTimer(isAuto && isWaiting && !isBusy, Number(pace) * 1_000, goOn);

  return {
    shown,
    show: setChosen,
    back: () => setChosen(Math.max(0, shown - 1)),
    next: () => (isBehind ? setChosen(shown + 1) : goOn()),
    nextLabel: nameNext(run, isBehind),
    toggleAuto() {
      if (!isAuto && run === undefined) goOn();
      setIsAuto(!isAuto && !isOver);
    },
    reset() {
      setIsAuto(false);
      setChosen(undefined);
      if (run !== undefined && !isOver) {
        leave(run);
        cancel.mutate(run.id);
      }
      onRun(undefined);
    },
    isAuto: isAuto && !isOver,
    pace,
    setPace,
    canGoBack: shown > 0,
    canGoOn: isBehind || (!isBusy && !isOver),
    canReset: run !== undefined,
    isBusy,
  };
}

/** Calls once the time is over, unless it is called off before. */
function useTimer(isOn: boolean, afterMs: number, call: () => void): void {
  const onTime = useEffectEvent(call);
  useEffect(() => {
    if (!isOn) return undefined;
    const timer = setTimeout(onTime, afterMs);
    return () => clearTimeout(timer);
  }, [isOn, afterMs]);
}

function readRun(run: ScenarioRunDetails | undefined) {
  const current = run === undefined ? 0 : currentStep(run);
  return { current, isOver: run?.state === 'ended', isWaiting: run?.state === 'waiting' };
}

/** The one under way, else the one carried out last. */
function currentStep({ steps, done }: ScenarioRunDetails): number {
  const running = steps.findIndex(({ state }) => state === 'running');
  return running === -1 ? Math.max(0, done - 1) : running;
}

function nameNext(run: ScenarioRunDetails | undefined, isBehind: boolean): string {
  if (isBehind) return 'Next';
  if (run === undefined) return 'Begin';
  return isLastStep(run) ? 'Finish' : 'Next';
}

/** Whether what follows is the end of the story. */
export function isLastStep({ steps, done, total }: ScenarioRunDetails): boolean {
  return done >= total || steps.some(({ state }) => state === 'broken');
}
