// The requests of a connection test that ended a cycle before it began: the provisioning log has no entry of them.
import { useQuery } from '@tanstack/react-query';
import type { CycleExecution } from '../../../shared/simulator/job.ts';
import { callAdmin } from '../../api/client.ts';
import { ObservedRequests } from '../provisioning/observed-requests.tsx';

interface FailedProbeProps {
  readonly application: string;
  readonly cycle: CycleExecution | null;
}

/** Nothing where the cycle ended in another way. */
export function FailedProbe({ application, cycle }: FailedProbeProps) {
  const id = cycle?.activityIdentifier ?? '';
  const found = useQuery({
    queryKey: ['failed-probe', application, id],
    queryFn: ({ signal }) =>
      callAdmin('getFailedProbe', { params: { application, cycle: id } }, signal),
    enabled: cycle?.state === 'Failed',
    staleTime: Infinity,
  });
  const probe = found.data?.probe ?? null;
  if (probe === null) return null;
  return (
    <section aria-label="Failed connection test" className="flex flex-col gap-2">
      <p className="text-ink-2">
        The connection test that opens every cycle failed, so nothing else was sent. {probe.advice}
      </p>
      <ObservedRequests requests={probe.requests} level={3} />
    </section>
  );
}
