// From a request of the inspector to the entry of the provisioning logs that the simulator sent it for.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { callAdmin } from '../../api/client.ts';

const LINK_CLASSES = 'mt-0.5 block w-fit text-accent underline underline-offset-2';

export function ProvisioningLogLink({ request }: { readonly request: RequestDetails }) {
  const { id, clientRequestId } = request;
  const found = useQuery({
    // The entry is written after the answer has come, so it may not be there at first.
    queryKey: ['provisioning-logs', 'of-request', id],
    enabled: clientRequestId !== null,
    queryFn: ({ signal }) => callAdmin('findProvisioningLogOfRequest', { params: { id } }, signal),
  });
  const entry = found.data?.entry ?? null;
  if (entry === null) return null;
  return (
    <>
      <Link
        to="/entra/logs"
        search={{ application: entry.applicationId, id: entry.id }}
        className={LINK_CLASSES}
      >
        Entry of the provisioning logs
      </Link>
      <Link to="/requests" search={{ filter: `cycle:${entry.cycleId}` }} className={LINK_CLASSES}>
        All requests of this cycle
      </Link>
      <Link to="/requests" search={{ filter: `job:${entry.jobId}` }} className={LINK_CLASSES}>
        All requests of this job
      </Link>
    </>
  );
}
