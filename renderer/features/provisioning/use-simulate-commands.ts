// Commands over the provisioning job of the application on screen; they work wherever one is.
import { useNavigate } from '@tanstack/react-router';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { useApplication } from '../entra/use-application.ts';
import { useCommands } from '../shortcuts/use-commands.ts';

/** Mount once. */
export function useSimulateCommands(): void {
  const navigate = useNavigate();
  const { application } = useApplication();
  const when = () => application !== undefined;

  async function tell(work: (application: string) => Promise<string>): Promise<void> {
    if (application === undefined) return;
    const show = { label: 'Show', run: () => void navigate({ to: '/entra/overview' }) };
    try {
      const message = `${application.displayName}: ${await work(application.id)}`;
      toast({ tone: 'good', message, action: show });
    } catch (error) {
      const message = `${application.displayName}: ${describeError(error)}`;
      toast({ tone: 'bad', message, action: show });
    }
  }

  useCommands([
    { id: 'simulate.runCycle', when, run: () => void tell(runCycle) },
    { id: 'simulate.onDemand', run: () => void navigate({ to: '/entra/on-demand' }) },
    { id: 'simulate.startStop', when, run: () => void tell(startOrStop) },
  ]);
}

async function runCycle(application: string): Promise<string> {
  await callAdmin('runJobCycle', { params: { application }, body: {} });
  return 'a cycle has begun.';
}

async function startOrStop(application: string): Promise<string> {
  const params = { application };
  const { schedule } = await callAdmin('getJobStatus', { params });
  if (schedule.state === 'Active') {
    await callAdmin('stopJob', { params });
    return 'provisioning is stopped.';
  }
  await callAdmin('startJob', { params });
  return 'provisioning is started.';
}
