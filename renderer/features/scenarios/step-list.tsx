// The story from its first step to its last; the step in view is the current one.
import { useEffect, useRef } from 'react';
import type { StepState } from '../../../shared/scenario/report.ts';
import { cx } from '../../ui/cx.ts';
import { StepStateIcon } from './step-state-icon.tsx';

export interface ListedStep {
  readonly title: string;
  readonly state: StepState;
}

interface StepListProps {
  readonly steps: readonly ListedStep[];
  readonly shown: number;
  readonly onShow: (index: number) => void;
}

export function StepList({ steps, shown, onShow }: StepListProps) {
  const list = useRef<HTMLOListElement>(null);
  useEffect(() => {
    list.current?.children.item(shown)?.scrollIntoView({ block: 'nearest' });
  }, [shown]);
  return (
    <ol ref={list} aria-label="Steps" className="flex flex-col gap-0.5 p-2">
      {steps.map(({ title, state }, index) => (
        <li key={index}>
          <button
            type="button"
            aria-current={index === shown ? 'step' : undefined}
            onClick={() => onShow(index)}
            className={cx(
              'flex w-full cursor-default items-start gap-2 rounded-md px-2 py-1.5 text-left hover:bg-surface-2',
              index === shown && 'bg-surface-3 font-medium',
            )}
          >
            <span className="flex h-5 items-center">
              <StepStateIcon state={state} />
            </span>
            <span className="w-5 shrink-0 text-right text-ink-3 tabular-nums">{index + 1}</span>
            <span className="min-w-0 flex-1 wrap-anywhere">{title}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
