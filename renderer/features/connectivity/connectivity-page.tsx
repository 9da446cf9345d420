// Connectivity: where an application provisions to and with which credentials, tried out before it is saved.
import { EntraPage } from '../entra/entra-page.tsx';
import { useProvisioningJob } from '../provisioning/use-provisioning-job.ts';
import { useStatus, useTenantSlug } from '../../api/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ConnectionForm } from './connection-form.tsx';

export function ConnectivityPage() {
  return (
    <EntraPage title="Connectivity" help="connectivity">
      {({ id }) => <Connectivity application={id} />}
    </EntraPage>
  );
}

function Connectivity({ application }: { readonly application: string }) {
  const job = useProvisioningJob(application);
  const tenant = useTenantSlug();
  const status = useStatus().data;
  if (job.isError) {
    return (
      <ErrorState
        title="The configuration could not be read"
        error={job.error}
        onRetry={() => void job.refetch()}
      />
    );
  }
  if (job.data === undefined || status === undefined) {
    return <Skeleton label="Loading the configuration" lines={6} />;
  }
  return (
    <ConnectionForm
      job={job.data}
      tenants={status.tenants}
      tenantOnScreen={tenant}
      scimOrigin={new URL(status.scimUrl).origin}
    />
  );
}
