// While a story is told and another screen is on show: where the story is, and the way on and back. So that the app itself is
// the stage.
import { Link, useRouterState } from '@tanstack/react-router';
import { ChevronRight, Presentation } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { togglePresenter, usePresenter, usePresenterLook } from './presenter.ts';
import { ScreenLink } from './screen-link.tsx';
import { useLeaveStage } from './use-leave-stage.ts';
import { isLastStep } from './use-stage.ts';
import { useRunActions, useRunUnderWay, useScenarioRun } from './use-scenarios.ts';

export function DemoBar() {
  usePresenterLook();
  const pathname = useRouterState({ select: (state) => state.location.pathname });
  const underWay = useRunUnderWay();
  if (underWay === undefined || pathname === '/scenarios') return null;
  return <Bar id={underWay.id} />;
}

function Bar({ id }: { readonly id: string }) {
  const run = useScenarioRun(id).data;
  const { step } = useRunActions();
  const leave = useLeaveStage();
  const isPresenter = usePresenter();
  if (run === undefined) return null;
  const isWaiting = run.state === 'waiting';
  const current = run.steps[Math.max(0, run.done - (isWaiting ? 1 : 0))];
  const isLast = isLastStep(run);
  return (
    <section
      aria-label="The story that is being told"
      className="flex shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-t border-line bg-accent-soft px-4 py-2"
    >
      <Link
        to="/scenarios"
        search={{ scenario: run.scenario, run: id }}
        className="font-semibold text-accent underline underline-offset-2"
      >
        {run.title}
      </Link>
      <p className="min-w-0 flex-1 wrap-anywhere">
        <span className="text-ink-2 tabular-nums">
          {run.done} of {run.total}
        </span>{' '}
        {current?.title}
      </p>
      {current?.screen != null && (
        <ScreenLink
          screen={current.screen}
          stage={{ tenant: run.tenant, application: run.application }}
        />
      )}
      {isPresenter && (
        <IconButton icon={Presentation} label="Leave presenter view" onPress={togglePresenter} />
      )}
      <Button
        variant="primary"
        isDisabled={!isWaiting || step.isPending}
        onPress={() => {
          if (isLast) leave(run);
          step.mutate({ id });
        }}
      >
        {isLast ? 'Finish' : 'Next step'}
        <ChevronRight aria-hidden className="size-4" />
      </Button>
    </section>
  );
}
