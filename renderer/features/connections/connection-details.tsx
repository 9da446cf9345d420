// One connection: both ends, what was last exported over it, and the repair.
import { Link } from '@tanstack/react-router';
import { Unlink2, X } from 'lucide-react';
import type { ObjectConnection } from '../../../shared/simulator/job-run.ts';
import { isApiError } from '../../api/api-error.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PairTable } from '../../ui/pair-table.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DISABLED_BECAUSE } from './connection-columns.tsx';
import { RepairSteps } from './repair-steps.tsx';
import { useConnectionOf } from './use-connections.ts';

interface ConnectionDetailsProps {
  readonly application: string;
  readonly source: string;
  readonly onClose: () => void;
}

export function ConnectionDetails({ application, source, onClose }: ConnectionDetailsProps) {
  const query = useConnectionOf(application, source);
  const isGone = isApiError(query.error) && query.error.code === 'not-found';
  const connection = query.isError ? undefined : query.data;
  const title = connection?.displayName ?? (isGone ? 'No connection' : 'Connection');
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-11 items-center gap-2 border-b border-line px-4">
        <h2 className="min-w-0 flex-1 truncate text-lg font-semibold">{title}</h2>
        <IconButton icon={X} label="Close the details" onPress={onClose} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {connection === undefined ? (
          <NothingKnown query={query} isGone={isGone} />
        ) : (
          <Ends connection={connection} />
        )}
        {(connection !== undefined || isGone) && (
          <RepairSteps application={application} source={source} isConnected={!isGone} />
        )}
        {connection !== undefined && <LastExported {...connection} />}
      </div>
    </div>
  );
}

interface NothingKnownProps {
  readonly query: ReturnType<typeof useConnectionOf>;
  readonly isGone: boolean;
}

function NothingKnown({ query, isGone }: NothingKnownProps) {
  if (query.isPending) return <Skeleton label="Loading the connection" lines={6} />;
  if (isGone) {
    return (
      <EmptyState icon={Unlink2} title="The object has no connection">
        The next cycle, or provisioning on demand, matches it with the target anew.
      </EmptyState>
    );
  }
  return (
    <ErrorState
      title="The connection could not be read"
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

function Ends({ connection }: { readonly connection: ObjectConnection }) {
  const { objectType, sourceId, targetId, isActive, disabledBecause } = connection;
  return (
    <Section title="Ends">
      <dl className="flex flex-col gap-2">
        <Fact name="Source ID" id={sourceId}>
          <Link
            to="/entra/directory"
            search={{ tab: objectType === 'User' ? 'users' : 'groups', id: sourceId }}
            className="font-mono text-sm wrap-anywhere text-accent underline underline-offset-2"
          >
            {sourceId}
          </Link>
        </Fact>
        <Fact name="Target ID" id={targetId}>
          <span className="font-mono text-sm wrap-anywhere">{targetId}</span>
        </Fact>
        <Fact name="State">
          {isActive ? 'Active' : 'Disabled'}
          {disabledBecause !== null && `: ${DISABLED_BECAUSE[disabledBecause]}`}
        </Fact>
        <Fact name="Connected">{formatDateTime(connection.createdAt)}</Fact>
        <Fact name="Last changed">{formatDateTime(connection.updatedAt)}</Fact>
      </dl>
    </Section>
  );
}

function LastExported({ exported }: Pick<ObjectConnection, 'exported'>) {
  return (
    <Section title="Last exported">
      {Object.keys(exported).length === 0 ? (
        <p className="text-ink-2">Nothing was exported over it yet.</p>
      ) : (
        <PairTable label="Last exported" pairs={Object.entries(exported)} />
      )}
    </Section>
  );
}

interface FactProps {
  readonly name: string;
  readonly id?: string;
  readonly children: React.ReactNode;
}

function Fact({ name, id, children }: FactProps) {
  return (
    <div className="grid grid-cols-[7rem_minmax(0,1fr)_1.75rem] items-center gap-2">
      <dt className="text-ink-2">{name}</dt>
      <dd className="min-w-0">{children}</dd>
      {id !== undefined && <CopyButton what={name} text={id} />}
    </div>
  );
}
