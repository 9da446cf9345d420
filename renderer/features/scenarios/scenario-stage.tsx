// A story being told: its steps at the left, the step in view beside them, the controls below.
import { useRef } from 'react';
import type {
  PlannedStep,
  ScenarioDetails,
  ScenarioRunDetails,
  ScenarioRunStart,
} from '../../../shared/scenario/scenario-run.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { OutcomeBadge } from './outcome-badge.tsx';
import { StageBar } from './stage-bar.tsx';
import { StepList, type ListedStep } from './step-list.tsx';
import { StepView } from './step-view.tsx';
import { saveReport } from './use-scenarios.ts';
import { useStage } from './use-stage.ts';

interface ScenarioStageProps {
  readonly details: ScenarioDetails;
  readonly source: ScenarioRunStart['scenario'];
  readonly run: ScenarioRunDetails | undefined;
  readonly onRun: (id: string | undefined) => void;
}

export function ScenarioStage({ details, source, run, onRun }: ScenarioStageProps) {
  const { scenario, steps } = details;
  const controls = useStage({ scenario: source, total: steps.length, run, onRun });
  const view = useRef<HTMLDivElement>(null);
  const step = steps[controls.shown];
  const result = run?.steps[controls.shown];
  const stage = { tenant: run?.tenant ?? null, application: run?.application ?? null };
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex min-h-0 flex-1 max-[50rem]:flex-col">
        <nav
          aria-label="Story"
          data-part
          className="w-72 shrink-0 overflow-y-auto border-r border-line max-[50rem]:max-h-48 max-[50rem]:w-full max-[50rem]:border-r-0 max-[50rem]:border-b"
        >
          <div className="flex items-start gap-2 px-4 pt-3">
            <p className="min-w-0 flex-1 font-semibold wrap-anywhere">{scenario.title}</p>
            {run !== undefined && <OutcomeBadge run={run} />}
          </div>
          <StepList
            steps={listSteps(steps, run)}
            shown={controls.shown}
            onShow={(index) => {
              controls.show(index);
              view.current?.scrollTo({ top: 0 });
            }}
          />
        </nav>
        <div ref={view} className="flex min-h-0 min-w-0 flex-1 flex-col">
          <ScrollArea label="Step" role="region" className="min-h-0 flex-1">
            {run?.problem != null && (
              <p role="alert" className="px-6 pt-4 text-bad">
                It could not be played. {run.problem}
              </p>
            )}
            {step !== undefined && (
              <StepView
                key={controls.shown}
                number={controls.shown + 1}
                total={steps.length}
                step={step}
                result={result}
                stage={stage}
              />
            )}
            {run?.report != null && <Ending run={run} />}
          </ScrollArea>
        </div>
      </div>
      <StageBar controls={controls} />
    </div>
  );
}

function listSteps(
  steps: readonly PlannedStep[],
  run: ScenarioRunDetails | undefined,
): readonly ListedStep[] {
  return steps.map(({ title }, index) => ({ title, state: run?.steps[index]?.state ?? 'waiting' }));
}

function Ending({ run }: { readonly run: ScenarioRunDetails }) {
  const leftBehind = run.report?.leftBehind ?? [];
  return (
    <div className="mx-auto flex max-w-3xl flex-wrap items-center gap-3 px-6 pb-6">
      <p className="flex-1 text-ink-2">
        {leftBehind.length === 0
          ? 'The story has been told; what it made has been removed.'
          : `The story has been told. This could not be removed: ${leftBehind.join(', ')}.`}
      </p>
      <MenuButton
        label="Save report"
        actions={[
          { id: 'junit', label: 'JUnit XML', onAction: () => void saveReport(run.id, 'junit') },
          { id: 'json', label: 'JSON', onAction: () => void saveReport(run.id, 'json') },
        ]}
      />
    </div>
  );
}
