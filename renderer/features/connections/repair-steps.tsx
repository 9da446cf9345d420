// How a wrong connection is repaired: provisioning is stopped, the connection deleted, the object provisioned on demand,
// provisioning started again. Each step says why it cannot be done yet.
import { useNavigate } from '@tanstack/react-router';
import { CircleCheck, Circle } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { cx } from '../../ui/cx.ts';
import { describeError } from '../../ui/error-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useJobOrder, useProvisioningJob } from '../provisioning/use-provisioning-job.ts';
import { useConnectionRemoval } from './use-connections.ts';

interface RepairStepsProps {
  readonly application: string;
  readonly source: string;
  readonly isConnected: boolean;
}

export function RepairSteps({ application, source, isConnected }: RepairStepsProps) {
  const status = useProvisioningJob(application).data?.status;
  const order = useJobOrder(application);
  const navigate = useNavigate();
  if (status === undefined) return null;
  const isOn = status.schedule.state === 'Active';
  const isRunning = status.currentExecution !== null;
  return (
    <Section title="Repair">
      <p className="mb-2 text-ink-2">
        Where the object is connected with the wrong one of the target, the connection is deleted:
        the object is then matched anew.
      </p>
      <ol className="flex flex-col gap-2">
        <Step title="Stop provisioning" isDone={!isOn && !isRunning}>
          {isRunning && !isOn && <p className="text-ink-2">The cycle under way ends first.</p>}
          <Button
            isDisabled={!isOn}
            isPending={order.isPending}
            onPress={() => order.mutate({ kind: 'stop' })}
          >
            Stop provisioning
          </Button>
        </Step>
        <Step title="Delete the connection" isDone={!isConnected}>
          <Removal
            application={application}
            source={source}
            isConnected={isConnected}
            isPaused={!isOn && !isRunning}
          />
        </Step>
        <Step title="Provision the object on demand" isDone={false}>
          <Button onPress={() => void navigate({ to: '/entra/on-demand', search: { id: source } })}>
            Provision on demand
          </Button>
        </Step>
        <Step title="Start provisioning" isDone={isOn}>
          <Button isDisabled={isOn} onPress={() => order.mutate({ kind: 'start' })}>
            Start provisioning
          </Button>
        </Step>
      </ol>
    </Section>
  );
}

interface StepProps {
  readonly title: string;
  readonly isDone: boolean;
  readonly children: React.ReactNode;
}

function Step({ title, isDone, children }: StepProps) {
  const Icon = isDone ? CircleCheck : Circle;
  return (
    <li className="flex items-start gap-2 rounded-md border border-line px-3 py-2">
      <Icon
        role="img"
        aria-label={isDone ? 'Done' : 'To do'}
        className={cx('mt-1.5 size-4 shrink-0', isDone ? 'text-good' : 'text-ink-3')}
      />
      <div className="flex min-w-0 flex-1 flex-wrap items-center justify-between gap-2">
        <p className="font-medium">{title}</p>
        {children}
      </div>
    </li>
  );
}

interface RemovalProps extends RepairStepsProps {
  readonly isPaused: boolean;
}

function Removal({ application, source, isConnected, isPaused }: RemovalProps) {
  const [isAsking, setIsAsking] = useState(false);
  const removal = useConnectionRemoval(application, () => setIsAsking(false));
  return (
    <>
      <Button isDisabled={!isConnected || !isPaused} onPress={() => setIsAsking(true)}>
        Delete connection
      </Button>
      {isConnected && !isPaused && (
        <p className="basis-full text-sm text-ink-2">
          A connection can be deleted only while the job is paused: Graph answers 409 otherwise.
          Stop provisioning first.
        </p>
      )}
      <ConfirmDialog
        isOpen={isAsking}
        title="Delete the connection?"
        confirmLabel="Delete connection"
        isPending={removal.isPending}
        onConfirm={() => removal.mutate(source)}
        onClose={() => setIsAsking(false)}
      >
        <p>
          Both objects stay as they are. The next time that the object is provisioned it is matched
          with the target anew.
        </p>
        {removal.isError && (
          <p role="alert" className="pt-2 text-bad">
            {describeError(removal.error)}
          </p>
        )}
      </ConfirmDialog>
    </>
  );
}
