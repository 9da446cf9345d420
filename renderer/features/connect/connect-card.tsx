// The two values an admin pastes into the enterprise application, and proof that they work.
import { CircleAlert, CircleCheck, Send } from 'lucide-react';
import { useState } from 'react';
import type { Connection, SentRequest } from '../../../shared/admin/tenant.ts';
import { useConnection } from '../../api/use-connection.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { cx } from '../../ui/cx.ts';
import { describeError, ErrorState } from '../../ui/error-state.tsx';
import { formatDuration } from '../../ui/format.ts';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { CopyAsButton } from './copy-as-button.tsx';
import { SecretToken } from './secret-token.tsx';
import { useConnectionTest } from './use-connection-test.ts';
import { useSlashNote } from './use-slash-note.ts';
import { ValueRow } from './value-row.tsx';

export function ConnectCard() {
  const connection = useConnection();
  return (
    <section
      aria-labelledby="connect-title"
      className="rounded-lg border border-line bg-surface-1 shadow-xs"
    >
      {connection.isPending && <Skeleton label="Loading the connection" lines={4} />}
      {connection.isError && (
        <ErrorState
          title="The connection could not be read"
          error={connection.error}
          onRetry={() => void connection.refetch()}
        />
      )}
      {connection.data !== undefined && <Values connection={connection.data} />}
    </section>
  );
}

const REACHES = [
  { value: 'public', label: 'Public' },
  { value: 'local', label: 'Local' },
] as const;

function Values({ connection }: { readonly connection: Connection }) {
  const [reach, setReach] = useState<'public' | 'local'>('public');
  const test = useConnectionTest();
  const slashNote = useSlashNote();
  const { publicTenantUrl, localTenantUrl, secretToken } = connection;
  const url = reach === 'public' ? (publicTenantUrl ?? localTenantUrl) : localTenantUrl;
  return (
    <>
      <div className="flex min-h-12 items-center justify-between gap-3 px-5 pt-3">
        <h2 id="connect-title" className="text-lg font-semibold">
          Connect a SCIM client
        </h2>
        {publicTenantUrl !== null && (
          <SegmentedControl
            label="Which Tenant URL"
            options={REACHES}
            value={reach}
            onChange={setReach}
          />
        )}
      </div>
      <div className="flex flex-col gap-3 px-5 pb-4">
        <ValueRow label="Tenant URL" value={url}>
          <CopyButton what="Tenant URL" text={url} />
        </ValueRow>
        <p className="-mt-1.5 text-sm text-ink-3">
          Entra appends /Users and /Groups itself. {slashNote}
        </p>
        <SecretToken token={secretToken} />
      </div>
      <div className="flex flex-wrap items-center gap-2 border-t border-line px-5 py-3">
        <Button variant="primary" isPending={test.isPending} onPress={() => test.mutate()}>
          <Send aria-hidden className="size-3.5" />
          Send a test request
        </Button>
        <CopyAsButton values={{ url, token: secretToken }} />
        <span className="text-sm text-ink-3">With the Secret Token in it</span>
      </div>
      <TestOutcome
        result={test.data}
        failure={test.isError ? describeError(test.error) : undefined}
      />
    </>
  );
}

interface TestOutcomeProps {
  readonly result: SentRequest | undefined;
  readonly failure: string | undefined;
}

function TestOutcome({ result, failure }: TestOutcomeProps) {
  const isGood = failure === undefined && result?.ok === true;
  const Icon = isGood ? CircleCheck : CircleAlert;
  const message = failure ?? result?.message;
  return (
    <div role="status" aria-label="Outcome of the test request">
      {message !== undefined && (
        <p
          className={cx(
            'flex gap-2 rounded-b-lg border-t border-line px-5 py-2.5',
            isGood ? 'bg-good-soft' : 'bg-bad-soft',
          )}
        >
          <Icon
            aria-hidden
            className={cx('mt-0.5 size-4 shrink-0', isGood ? 'text-good' : 'text-bad')}
          />
          <span className="min-w-0 flex-1 wrap-anywhere">{message}</span>
          {failure === undefined && result !== undefined && (
            <span className="shrink-0 text-ink-2 tabular-nums">
              {formatDuration(result.durationMs)}
            </span>
          )}
        </p>
      )}
    </div>
  );
}
