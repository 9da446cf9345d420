// Why the job is in quarantine, when it tries again, and what to do; for the accidental deletion guard, whether the
// deletes are meant.
import { useNavigate } from '@tanstack/react-router';
import { ShieldAlert } from 'lucide-react';
import { useState } from 'react';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { GoButton } from '../provisioning/go-button.tsx';
import { QUARANTINE_REASONS, type ReasonWords } from '../provisioning/job-words.ts';
import { useJobOrder } from '../provisioning/use-provisioning-job.ts';
import { useVirtualNow } from '../provisioning/use-simulator-clock.ts';
import { tellDistance } from '../provisioning/virtual-time.ts';
import { FailedProbe } from './failed-probe.tsx';
import { RetryLadder } from './retry-ladder.tsx';

export function QuarantineNotice({ job }: { readonly job: JobDetails }) {
  const { quarantine } = job.status;
  return (
    <div role="status" aria-label="Quarantine" className="empty:-mt-4">
      {quarantine !== null && (
        <Notice job={job} quarantine={quarantine} words={QUARANTINE_REASONS[quarantine.reason]} />
      )}
    </div>
  );
}

interface NoticeProps {
  readonly job: JobDetails;
  readonly quarantine: NonNullable<JobDetails['status']['quarantine']>;
  readonly words: ReasonWords;
}

function Notice({ job, quarantine, words }: NoticeProps) {
  const isGuard = quarantine.reason === 'TooManyDeletes';
  return (
    <div className="flex items-start gap-3 rounded-lg border border-line bg-bad-soft px-5 py-4">
      <ShieldAlert aria-hidden className="mt-0.5 size-5 shrink-0 text-bad" />
      <div className="flex min-w-0 flex-1 flex-col gap-2">
        <h2 className="text-lg font-semibold">
          {isGuard
            ? 'Provisioning is quarantined by accidental deletion prevention'
            : 'Provisioning has been quarantined'}
        </h2>
        <p>
          {words.title} {words.advice}
        </p>
        {quarantine.error !== null && (
          <p className="wrap-anywhere text-ink-2">
            {quarantine.error.message}{' '}
            <code className="font-mono text-sm">{quarantine.error.code}</code>
          </p>
        )}
        <FailedProbe application={job.applicationId} cycle={job.status.lastExecution} />
        <Attempts quarantine={quarantine} />
        <RetryLadder quarantine={quarantine} />
        <Ways job={job} fix={words.fix} isGuard={isGuard} />
      </div>
    </div>
  );
}

function Attempts({ quarantine }: Pick<NoticeProps, 'quarantine'>) {
  const clock = useVirtualNow();
  const { nextAttempt, seriesBegan, seriesCount, reason } = quarantine;
  const distance = clock === undefined ? '' : `, ${tellDistance(nextAttempt, clock.now)}`;
  return (
    <p className="text-sm text-ink-2">
      Reason {reason}; since {formatDateTime(seriesBegan)}; attempt {seriesCount} has failed. Next
      attempt {formatDateTime(nextAttempt)}
      {distance}. One success ends the quarantine.
    </p>
  );
}

interface WaysProps {
  readonly job: JobDetails;
  readonly fix: ReasonWords['fix'];
  readonly isGuard: boolean;
}

function Ways({ job, fix, isGuard }: WaysProps) {
  const navigate = useNavigate();
  const [isAsking, setIsAsking] = useState(false);
  const order = useJobOrder(job.applicationId, () => setIsAsking(false));
  return (
    <div className="flex flex-wrap gap-2">
      {isGuard && <Button onPress={() => setIsAsking(true)}>Allow deletes</Button>}
      {fix === 'connectivity' && <GoButton to="/entra/connectivity">Go to Connectivity</GoButton>}
      <Button onPress={() => void navigate({ to: '/entra/logs' })}>View provisioning logs</Button>
      <ConfirmDialog
        isOpen={isAsking}
        title="Allow deletes?"
        confirmLabel="Allow deletes"
        isPending={order.isPending}
        onConfirm={() => order.mutate({ kind: 'allow-deletes' })}
        onClose={() => setIsAsking(false)}
      >
        <p>
          Provisioning begins again, and disables and deletes in the target what was held back. This
          cannot be undone from here.
        </p>
      </ConfirmDialog>
    </div>
  );
}
