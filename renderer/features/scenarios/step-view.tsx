// One step: what a presenter says, what is done, what there is to see; and the way to the screen that shows it.
import type { ReactNode } from 'react';
import { CircleCheck, CircleDashed, CircleX } from 'lucide-react';
import type { PlannedStep } from '../../../shared/scenario/scenario-run.ts';
import type { StepResult } from '../../../shared/scenario/report.ts';
import { cx } from '../../ui/cx.ts';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';
import { ScreenLink, type Stage } from './screen-link.tsx';

interface StepViewProps {
  readonly number: number;
  readonly total: number;
  readonly step: PlannedStep;
  /** What came of it; undefined while it is to come. */
  readonly result: StepResult | undefined;
  readonly stage: Stage;
}

export function StepView({ number, total, step, result, stage }: StepViewProps) {
  return (
    <article aria-labelledby="step-title" className="mx-auto flex max-w-3xl flex-col gap-5 p-6">
      <header>
        <p className="text-ink-3 tabular-nums">
          Step {number} of {total}
        </p>
        <h2 id="step-title" className="text-xl font-semibold text-balance">
          {step.title}
        </h2>
        {step.narration !== '' && (
          <p className="mt-2 text-lg whitespace-pre-line text-ink-2">{step.narration}</p>
        )}
      </header>
      {step.screen !== null && <ScreenLink screen={step.screen} stage={stage} />}
      <Part title="What is done" isEmpty={step.actions.length === 0}>
        {step.actions.map((text, index) => (
          <Action key={index} text={text} result={result?.actions[index]} />
        ))}
      </Part>
      <Part title="What there is to see" isEmpty={step.expectations.length === 0}>
        {step.expectations.map((text, index) => (
          <Expectation key={index} text={text} result={result?.expectations[index]} />
        ))}
      </Part>
    </article>
  );
}

interface PartProps {
  readonly title: string;
  readonly isEmpty: boolean;
  readonly children: ReactNode;
}

function Part({ title, isEmpty, children }: PartProps) {
  if (isEmpty) return null;
  return (
    <section>
      <h3 className="mb-1 font-semibold">{title}</h3>
      <ul className="divide-y divide-line rounded-lg border border-line bg-surface-1">
        {children}
      </ul>
    </section>
  );
}

interface ActionProps {
  readonly text: string;
  readonly result: StepResult['actions'][number] | undefined;
}

function Action({ text, result }: ActionProps) {
  const mark = result === undefined ? 'open' : result.outcome === 'done' ? 'good' : 'bad';
  const words = { open: 'To be done', good: 'Done', bad: 'Refused' } as const;
  return (
    <Line mark={mark} word={words[mark]} text={result?.text ?? text}>
      {result?.detail}
    </Line>
  );
}

interface ExpectationProps {
  readonly text: string;
  readonly result: StepResult['expectations'][number] | undefined;
}

function Expectation({ text, result }: ExpectationProps) {
  const mark = result === undefined ? 'open' : result.passed ? 'good' : 'bad';
  const words = { open: 'To be looked for', good: 'Seen', bad: 'Not seen' } as const;
  return (
    <Line mark={mark} word={words[mark]} text={result?.text ?? text}>
      {result !== undefined && `Seen: ${result.seen}`}
    </Line>
  );
}

type Mark = 'open' | 'good' | 'bad';

const MARKS = {
  open: { icon: CircleDashed, tone: 'neutral' },
  good: { icon: CircleCheck, tone: 'good' },
  bad: { icon: CircleX, tone: 'bad' },
} as const satisfies Record<Mark, { icon: typeof CircleX; tone: Tone }>;

interface LineProps {
  readonly mark: Mark;
  readonly word: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Line({ mark, word, text, children }: LineProps) {
  const { icon: Icon, tone } = MARKS[mark];
  return (
    <li className="flex items-start gap-2 px-3 py-2">
      <span className="flex h-5 items-center">
        <Icon role="img" aria-label={word} className={cx('size-4 shrink-0', TONE_TEXT[tone])} />
      </span>
      <div className="min-w-0 flex-1 wrap-anywhere">
        <p>{text}</p>
        <p className="text-sm text-ink-3">{children}</p>
      </div>
    </li>
  );
}
