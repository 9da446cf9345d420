// Audit logs: who changed what of the provisioning of an application, newest first.
import { getRouteApi } from '@tanstack/react-router';
import { ClipboardList, X } from 'lucide-react';
import { useRef } from 'react';
import type { AuditEntry } from '../../../shared/simulator/audit-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PairTable } from '../../ui/pair-table.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { GoButton } from '../provisioning/go-button.tsx';
import { useAuditLogs } from './use-audit.ts';

const route = getRouteApi('/entra/audit');

export function AuditPage() {
  return (
    <EntraPage title="Audit logs" help="provisioning-logs">
      {({ id }) => <AuditLogs application={id} />}
    </EntraPage>
  );
}

function AuditLogs({ application }: { readonly application: string }) {
  const { id } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);
  const audit = useAuditLogs(application);
  const entries = audit.data?.pages.flatMap((page) => page.entries) ?? [];
  const shown = entries.find((entry) => entry.id === id);
  const open = (next: string | undefined) =>
    void navigate({ search: (search) => ({ ...search, id: next }) });

  function close(): void {
    open(undefined);
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="audit-logs"
      sideLabel="Details of the audit entry"
      side={shown !== undefined && <Details entry={shown} onClose={close} />}
    >
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && shown !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Content audit={audit} entries={entries} openId={shown?.id ?? null} onOpen={open} />
      </div>
    </SplitPane>
  );
}

interface ContentProps {
  readonly audit: ReturnType<typeof useAuditLogs>;
  readonly entries: readonly AuditEntry[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function Content({ audit, entries, openId, onOpen }: ContentProps) {
  if (audit.isPending) return <Skeleton label="Loading the audit logs" lines={8} />;
  if (audit.isError) {
    return (
      <ErrorState
        title="The audit logs could not be read"
        error={audit.error}
        onRetry={() => void audit.refetch()}
      />
    );
  }
  if (entries.length === 0) {
    return (
      <EmptyState
        icon={ClipboardList}
        title="Nothing was changed yet"
        actions={<GoButton to="/entra/connectivity">Go to Connectivity</GoButton>}
      >
        Changes of credentials, mappings, scope and settings, starts and stops, and quarantines are
        listed here with who made them.
      </EmptyState>
    );
  }
  return (
    <VirtualGrid
      label="Audit logs"
      columns={COLUMNS}
      rowCount={entries.length}
      rowAt={(index) => entries[index]}
      rowKey={({ id }) => id}
      openKey={openId}
      onOpen={({ id }) => onOpen(id)}
      onRange={(_first, last) => {
        if (last >= entries.length - 1 && audit.hasNextPage && !audit.isFetching) {
          void audit.fetchNextPage();
        }
      }}
    />
  );
}

const COLUMNS: readonly GridColumn<AuditEntry>[] = [
  { id: 'date', header: 'Date', width: '180px', cell: ({ at }) => formatDateTime(at) },
  {
    id: 'activity',
    header: 'Activity',
    width: 'minmax(180px, 2fr)',
    cell: ({ activity }) => <span className="font-medium">{activity}</span>,
  },
  {
    id: 'actor',
    header: 'Initiated by (actor)',
    width: '220px',
    showFrom: 560,
    cell: ({ actor }) => actor,
  },
  {
    id: 'details',
    header: 'Details',
    width: 'minmax(0, 2fr)',
    showFrom: 820,
    cell: ({ details }) => (
      <span className="text-ink-3">
        {pairsOf(details)
          .map(([name, value]) => `${name}: ${value}`)
          .join(' · ')}
      </span>
    ),
  },
];

interface DetailsProps {
  readonly entry: AuditEntry;
  readonly onClose: () => void;
}

function Details({ entry, onClose }: DetailsProps) {
  const pairs = pairsOf(entry.details);
  return (
    <div
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">{entry.activity}</h2>
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto p-4">
        <p className="mb-3 text-ink-2">
          {formatDateTime(entry.at)} · {entry.actor}
        </p>
        {pairs.length === 0 ? (
          <p className="text-ink-3">There are no details.</p>
        ) : (
          <PairTable label="Details" pairs={pairs} />
        )}
      </div>
    </div>
  );
}

function pairsOf(details: AuditEntry['details']): readonly (readonly [string, string])[] {
  return Object.entries(details).map(([name, value]) => [name, writeValue(value)]);
}

function writeValue(value: JsonValue): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
