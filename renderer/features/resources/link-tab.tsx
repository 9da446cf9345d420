// The object connections of the Entra simulator that end at a user or group: whose they are, and with whom.
import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Unlink2 } from 'lucide-react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { ObjectConnection } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DISABLED_BECAUSE } from '../connections/connection-columns.tsx';
import { useApplicationsInto } from '../provisioning/use-applications-into.ts';

interface LinkTabProps {
  readonly resourceType: 'User' | 'Group';
  readonly id: string;
}

const LINK_CLASSES = 'wrap-anywhere text-accent underline underline-offset-2';

export function LinkTab({ resourceType, id }: LinkTabProps) {
  const { links, applications, isPending, error, retry } = useLinks(resourceType, id);
  if (error !== null) {
    return <ErrorState title="The connections could not be read" error={error} onRetry={retry} />;
  }
  if (isPending) return <Skeleton label="Loading the connections" lines={5} />;
  if (links.length === 0) {
    return <NotConnected noun={resourceType.toLowerCase()} applications={applications} />;
  }
  return (
    <>
      {links.map(({ application, connection }) => (
        <LinkView key={application.id} application={application} connection={connection} />
      ))}
    </>
  );
}

interface ConnectionLink {
  readonly application: Application;
  readonly connection: ObjectConnection;
}

function useLinks(objectType: LinkTabProps['resourceType'], id: string) {
  const { applications, ...known } = useApplicationsInto(useTenantSlug());
  const pages = useQueries({
    queries: applications.map((application) => ({
      queryKey: queryKeys.job(application.id, 'connections', 'of target', objectType, id),
      queryFn: async ({ signal }: { readonly signal: AbortSignal }) => {
        const params = { application: application.id };
        const query = { objectType, search: id };
        const { connections } = await callAdmin('listConnections', { params, query }, signal);
        return connections.filter(({ targetId }) => targetId === id);
      },
    })),
  });
  const links = pages.flatMap(({ data = [] }, index) => {
    const application = applications[index];
    return application === undefined
      ? []
      : data.map((connection): ConnectionLink => ({ application, connection }));
  });
  return {
    links,
    applications,
    isPending: known.isPending || pages.some((page) => page.isPending),
    error: known.error ?? pages.find((page) => page.error !== null)?.error ?? null,
    retry: () => {
      known.retry();
      for (const page of pages) if (page.isError) void page.refetch();
    },
  };
}

function LinkView({ application, connection }: ConnectionLink) {
  const { objectType, sourceId, displayName, isActive, disabledBecause } = connection;
  const tab = objectType === 'User' ? 'users' : 'groups';
  return (
    <Section title={application.displayName}>
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-2 gap-y-1.5">
        <dt className="text-ink-2">In the directory</dt>
        <dd>
          {displayName === null ? (
            <span>
              Deleted: <span className="font-mono text-sm wrap-anywhere">{sourceId}</span>
            </span>
          ) : (
            <Link to="/entra/directory" search={{ tab, id: sourceId }} className={LINK_CLASSES}>
              {displayName}
            </Link>
          )}
        </dd>
        <dt className="text-ink-2">State</dt>
        <dd>
          {isActive ? 'Active' : 'Disabled'}
          {disabledBecause !== null && `: ${DISABLED_BECAUSE[disabledBecause]}`}
        </dd>
        <dt className="text-ink-2">Connected</dt>
        <dd>{formatDateTime(connection.createdAt)}</dd>
        <dt className="text-ink-2">Last changed</dt>
        <dd>{formatDateTime(connection.updatedAt)}</dd>
      </dl>
      <p className="pt-2">
        <Link
          to="/entra/connections"
          search={{ application: application.id, id: sourceId }}
          className={LINK_CLASSES}
        >
          The connection, and its repair
        </Link>
      </p>
    </Section>
  );
}

interface NotConnectedProps {
  readonly noun: string;
  readonly applications: readonly Application[];
}

function NotConnected({ noun, applications }: NotConnectedProps) {
  const names = applications.map(({ displayName }) => displayName).join(', ');
  return (
    <EmptyState icon={Unlink2} title={`This ${noun} is not connected`}>
      {applications.length === 0 ? (
        <>
          No application of the Entra simulator provisions into this tenant. Its target is chosen
          under{' '}
          <Link to="/entra/connectivity" className={LINK_CLASSES}>
            Connectivity
          </Link>
          .
        </>
      ) : (
        `${names} has neither created nor matched it: another client did, or somebody here.`
      )}
    </EmptyState>
  );
}
