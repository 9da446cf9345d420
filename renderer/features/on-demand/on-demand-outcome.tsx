// What came of provisioning on demand: a card for each step, the properties that were written, the requests.
import { Link } from '@tanstack/react-router';
import { RotateCcw, UserRoundPlus } from 'lucide-react';
import type { OnDemandResult } from '../../../shared/simulator/job-run.ts';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { describeError } from '../../ui/error-state.tsx';
import { TONE_TEXT } from '../../ui/tone.ts';
import { ACTION_WORDS, STATUS_LOOKS } from '../provisioning-logs/log-words.ts';
import { GoButton } from '../provisioning/go-button.tsx';
import { ObservedRequests } from '../provisioning/observed-requests.tsx';
import { Panel } from '../provisioning/panel.tsx';
import { StepCard } from './step-card.tsx';
import type { OnDemandRun } from './use-on-demand.ts';

interface OnDemandOutcomeProps {
  readonly run: OnDemandRun;
  readonly onRetry: () => void;
  readonly onAnother: () => void;
}

export function OnDemandOutcome({ run, onRetry, onAnother }: OnDemandOutcomeProps) {
  const result = run.isPending ? undefined : run.data;
  const isDone = result !== undefined || run.isError;
  return (
    <>
      <div role="status" aria-label="Outcome" className="empty:-mt-4">
        {run.isPending && <p className="px-1 text-ink-2">Provisioning…</p>}
        {run.isError && <p className="px-1 text-bad">{describeError(run.error)}</p>}
        {result !== undefined && <Headline result={result} />}
      </div>
      {result !== undefined && <Steps result={result} />}
      {isDone && (
        <div className="flex flex-wrap gap-2">
          {run.isError && <GoButton to="/entra/connectivity">Go to Connectivity</GoButton>}
          <Button onPress={onRetry}>
            <RotateCcw aria-hidden className="size-3.5" />
            Retry
          </Button>
          <Button onPress={onAnother}>
            <UserRoundPlus aria-hidden className="size-3.5" />
            Provision another object
          </Button>
        </div>
      )}
    </>
  );
}

function Headline({ result: { displayName, steps } }: { readonly result: OnDemandResult }) {
  const has = (wanted: string) => steps.some(({ status }) => status === wanted);
  const status = has('failure') ? 'failure' : has('skipped') ? 'skipped' : 'success';
  const { icon: Icon, tone } = STATUS_LOOKS[status];
  return (
    <p className="flex items-start gap-2 px-4 font-medium">
      <Icon aria-hidden className={cx('mt-0.5 size-5 shrink-0', TONE_TEXT[tone])} />
      <span className="min-w-0 wrap-anywhere">
        {displayName} {ENDINGS[status]}
      </span>
    </p>
  );
}

const ENDINGS = {
  success: 'is provisioned.',
  skipped: 'was skipped.',
  failure: 'was not provisioned.',
} as const;

function Steps({ result }: { readonly result: OnDemandResult }) {
  const { steps, summaries, errorInformation, requests } = result;
  // The portal shows the test of the connection only where it failed.
  const shown = steps.filter(
    ({ name, status }) => name !== 'testConnection' || status === 'failure',
  );
  const modified = summaries.flatMap((summary) => summary.modifiedProperties);
  return (
    <>
      <ol className="flex flex-col gap-2">
        {shown.map((step, index) => (
          <li key={step.name}>
            <StepCard
              step={step}
              number={index + 1}
              objectType={result.objectType}
              modified={step.name === 'performAction' ? modified : []}
              error={step.status === 'failure' ? errorInformation : null}
            />
          </li>
        ))}
      </ol>
      <Panel title="Requests that were sent">
        {summaries.length > 0 && (
          <p className="mb-2 flex flex-wrap gap-x-3">
            {summaries.map(({ id, sourceIdentity, provisioningAction, provisioningStatusInfo }) => (
              <Link
                key={id}
                to="/entra/logs"
                search={{ id }}
                className="text-accent underline underline-offset-2"
              >
                Provisioning log: {STATUS_LOOKS[provisioningStatusInfo.status].word},{' '}
                {ACTION_WORDS[provisioningAction]} {sourceIdentity.displayName}
              </Link>
            ))}
          </p>
        )}
        <ObservedRequests requests={requests} level={3} />
      </Panel>
    </>
  );
}
