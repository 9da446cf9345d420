// What came of Test Connection: what the portal says, what happened in our words, and the requests with their answers.
import { CircleAlert, CircleCheck } from 'lucide-react';
import type { ConnectionTestResult } from '../../../shared/simulator/job-run.ts';
import { cx } from '../../ui/cx.ts';
import { describeError } from '../../ui/error-state.tsx';
import { ObservedRequests } from '../provisioning/observed-requests.tsx';
import type { ConnectivityTest } from './use-connectivity.ts';

export function TestOutcome({ test }: { readonly test: ConnectivityTest }) {
  return (
    <div className="flex flex-col gap-3">
      <div role="status" aria-label="Outcome of Test Connection">
        {test.isPending && <p className="text-ink-2">Testing the connection…</p>}
        {test.isError && <Verdict isGood={false} title={describeError(test.error)} />}
        {test.data !== undefined && !test.isPending && <Result {...test.data} />}
      </div>
      {test.data !== undefined && !test.isPending && (
        <>
          <h3 className="font-semibold">Requests that were sent</h3>
          <ObservedRequests requests={test.data.requests} level={4} />
        </>
      )}
    </div>
  );
}

function Result({ succeeded, portalMessage, explanation, errorCode }: ConnectionTestResult) {
  return (
    <Verdict isGood={succeeded} title={portalMessage}>
      <p className="text-ink-2">{explanation}</p>
      {errorCode !== null && (
        <p className="text-sm text-ink-2">
          Error code <code className="font-mono">{errorCode}</code>
        </p>
      )}
    </Verdict>
  );
}

interface VerdictProps {
  readonly isGood: boolean;
  readonly title: string;
  readonly children?: React.ReactNode;
}

function Verdict({ isGood, title, children }: VerdictProps) {
  const Icon = isGood ? CircleCheck : CircleAlert;
  return (
    <div
      className={cx(
        'flex items-start gap-2 rounded-md px-3 py-2',
        isGood ? 'bg-good-soft' : 'bg-bad-soft',
      )}
    >
      <Icon
        role="img"
        aria-label={isGood ? 'Success' : 'Failure'}
        className={cx('mt-0.5 size-4 shrink-0', isGood ? 'text-good' : 'text-bad')}
      />
      <div className="min-w-0 wrap-anywhere">
        <p className="font-medium">{title}</p>
        {children}
      </div>
    </div>
  );
}
