// What a run came to, or how far it is; and what can be done with it.
import { CircleCheck, CircleX, OctagonAlert, RotateCcw, Square } from 'lucide-react';
import type { CheckRunDetails } from '../../../shared/admin/check-run.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatCount, formatDateTime } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TONE_TEXT } from '../../ui/tone.ts';
import { countStates, PRESET_NAMES } from './check-model.ts';
import { GradeTable } from './grade-table.tsx';
import { RunAgain } from './run-again.tsx';
import { saveReport, useCancelRun } from './use-check-runs.ts';

export function RunSummary({ run }: { readonly run: CheckRunDetails }) {
  return (
    <section
      aria-label="Outcome"
      className="flex flex-col gap-3 rounded-lg border border-line bg-surface-1 p-4 shadow-xs"
    >
      <div className="flex flex-wrap items-start gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1">
          <Verdict run={run} />
          <p className="mt-0.5 text-sm wrap-anywhere text-ink-3">
            <span className="font-mono">{run.target}</span> · {PRESET_NAMES[run.preset]} ·{' '}
            {formatDateTime(run.startedAt)}
          </p>
        </div>
        <Actions run={run} />
      </div>
      {run.state === 'running' && <RunProgress run={run} />}
      {run.report !== null && <GradeTable report={run.report} />}
      {run.report !== null && run.report.leftBehind.length > 0 && (
        <p className="text-sm wrap-anywhere text-warn">
          The target did not let {formatCount(run.report.leftBehind.length, 'resource')} of the run
          go: {run.report.leftBehind.join(', ')}
        </p>
      )}
    </section>
  );
}

function RunProgress({ run }: { readonly run: CheckRunDetails }) {
  const { done, total, failed } = run;
  return (
    <ProgressBar
      label={`${failed} failed so far`}
      share={total === 0 ? undefined : done / total}
      note={`${done} of ${total}`}
    />
  );
}

function Verdict({ run }: { readonly run: CheckRunDetails }) {
  const { text, tone, icon: Icon } = describeVerdict(run);
  return (
    <h2 className="flex items-center gap-2 text-lg font-semibold">
      <Icon aria-hidden className={cx('size-5 shrink-0', TONE_TEXT[tone])} />
      {text}
    </h2>
  );
}

function describeVerdict(run: CheckRunDetails) {
  const { passed, failed, skipped } = countStates(run);
  const counts = `${passed} passed, ${failed} failed, ${skipped} skipped`;
  if (run.state === 'running') {
    return { text: 'Checking…', tone: 'accent', icon: RotateCcw } as const;
  }
  if (run.state === 'cancelled') {
    return { text: `Cancelled after ${counts}`, tone: 'neutral', icon: Square } as const;
  }
  if (run.report === null || run.state === 'stopped') {
    const why = run.report?.problem ?? 'The run broke off.';
    return { text: `Could not be checked. ${why}`, tone: 'bad', icon: OctagonAlert } as const;
  }
  return run.report.conforms
    ? ({ text: `Conforms: ${counts}`, tone: 'good', icon: CircleCheck } as const)
    : ({ text: `Does not conform: ${counts}`, tone: 'bad', icon: CircleX } as const);
}

function Actions({ run }: { readonly run: CheckRunDetails }) {
  const cancel = useCancelRun(run.id);
  if (run.state === 'running') {
    return (
      <Button isDisabled={cancel.isPending} onPress={() => cancel.mutate()}>
        <Square aria-hidden className="size-3.5" />
        Cancel
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap gap-2">
      <RunAgain run={run} />
      <MenuButton
        label="Save report"
        isDisabled={run.report === null}
        actions={[
          { id: 'html', label: 'HTML page', onAction: () => void saveReport(run.id, 'html') },
          { id: 'junit', label: 'JUnit XML', onAction: () => void saveReport(run.id, 'junit') },
          { id: 'json', label: 'JSON', onAction: () => void saveReport(run.id, 'json') },
        ]}
      />
    </div>
  );
}
