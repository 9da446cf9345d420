// The first steps: each ticks itself when it has really happened, whoever did it; the next one says what it is for.
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed, X } from 'lucide-react';
import type { FirstStep, FirstSteps } from '../../../shared/admin/first-steps.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Card } from './card.tsx';
import { STEP_TEXTS } from './first-step-texts.ts';
import { hideFirstSteps } from './first-steps-shown.ts';
import { useFirstSteps, useTakeStep, type OwnStep } from './use-first-steps.ts';

export function FirstStepsCard() {
  const steps = useFirstSteps();
  return (
    <Card
      title="First steps"
      aside={
        <span className="flex items-center gap-1">
          {steps.data !== undefined && <Progress {...steps.data} />}
          <IconButton icon={X} label="Hide the first steps" onPress={hideFirstSteps} />
        </span>
      }
    >
      {steps.isPending && <Skeleton label="Loading the first steps" lines={5} />}
      {steps.isError && (
        <ErrorState
          title="The first steps could not be read"
          error={steps.error}
          onRetry={() => void steps.refetch()}
        />
      )}
      {steps.data !== undefined && <StepList {...steps.data} />}
    </Card>
  );
}

function Progress({ steps }: FirstSteps) {
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <span className="text-sm text-ink-3 tabular-nums">
      {done === steps.length ? 'All done' : `${done} of ${steps.length} done`}
    </span>
  );
}

function StepList({ steps }: FirstSteps) {
  const next = steps.find(({ isDone }) => !isDone)?.step;
  return (
    <ol className="-mx-2 flex flex-col">
      {steps.map(({ step, isDone }) => (
        <Step key={step} step={step} isDone={isDone} isNext={step === next} />
      ))}
    </ol>
  );
}

interface StepProps {
  readonly step: FirstStep;
  readonly isDone: boolean;
  readonly isNext: boolean;
}

function Step({ step, isDone, isNext }: StepProps) {
  const { title, text } = STEP_TEXTS[step];
  const Icon = isDone ? CircleCheck : CircleDashed;
  return (
    <li
      className={cx(
        'flex gap-2.5 rounded-md px-2 py-1',
        isNext ? 'my-0.5 bg-surface-2 py-2' : 'min-h-9 items-center',
      )}
    >
      <Icon
        role="img"
        aria-label={isDone ? 'Done' : 'To do'}
        className={cx('size-4 shrink-0', isNext && 'mt-0.5', isDone ? 'text-good' : 'text-ink-3')}
      />
      <div className="min-w-0 flex-1">
        <h3 className={isDone ? 'text-ink-3' : 'font-medium'}>{title}</h3>
        {isNext && <p className="mt-0.5 text-sm text-ink-2">{text}</p>}
        {isNext && (
          <div className="mt-2 mb-1">
            <StepAction step={step} isNext />
          </div>
        )}
      </div>
      {!isDone && !isNext && <StepAction step={step} />}
    </li>
  );
}

interface StepActionProps {
  readonly step: FirstStep;
  readonly isNext?: boolean;
}

function StepAction({ step, isNext = false }: StepActionProps) {
  switch (step) {
    case 'send-test-request':
      return <TakeButton step={step} isNext={isNext} label="Send" />;
    case 'create-user':
      return <TakeButton step={step} isNext={isNext} label="Create" />;
    case 'take-snapshot':
      return <TakeButton step={step} isNext={isNext} label="Take" />;
    case 'simulate-cycle':
      return <StepLink to="/entra/overview" step={step} label="Open Overview" />;
    case 'connect-entra':
      return <StepLink to="/integration/scim" step={step} label="Show how" />;
    case 'run-checks':
      return <StepLink to="/checks" step={step} label="Open Checks" />;
  }
}

interface TakeButtonProps {
  readonly step: OwnStep;
  readonly isNext: boolean;
  readonly label: string;
}

function TakeButton({ step, isNext, label }: TakeButtonProps) {
  const take = useTakeStep();
  return (
    <Button
      aria-label={STEP_TEXTS[step].title}
      isPending={take.isPending}
      onPress={() => take.mutate(step)}
    >
      {isNext ? STEP_TEXTS[step].title : label}
    </Button>
  );
}

interface StepLinkProps {
  readonly to: '/integration/scim' | '/entra/overview' | '/checks';
  readonly step: FirstStep;
  readonly label: string;
}

function StepLink({ to, step, label }: StepLinkProps) {
  return (
    <Link
      to={to}
      aria-label={`${label}: ${STEP_TEXTS[step].title}`}
      className="inline-flex h-7 shrink-0 items-center rounded-md border border-line bg-surface-1 px-2.5 font-medium whitespace-nowrap shadow-xs hover:bg-surface-2"
    >
      {label}
    </Link>
  );
}
