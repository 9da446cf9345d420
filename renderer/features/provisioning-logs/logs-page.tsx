// Provisioning logs: one entry for each user and group that a cycle dealt with, live, with its details beside it.
import { Download } from 'lucide-react';
import { useRef } from 'react';
import type { LogFilePart } from '../../../shared/simulator/log-files.ts';
import { downloadFile } from '../../api/download.ts';
import { ColumnPicker } from '../../ui/column-picker.tsx';
import { describeError, ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { toast } from '../../ui/toast.tsx';
import { useGridLayout } from '../../ui/use-grid-layout.ts';
import { EntraPage } from '../entra/entra-page.tsx';
import { InsightsView } from './insights-view.tsx';
import { APPLICATION_COLUMN, LOG_COLUMNS } from './log-columns.tsx';
import { LogDetails } from './log-details.tsx';
import { LogFilters, StatusFilter } from './log-filters.tsx';
import { LogList } from './log-list.tsx';
import { useInsights, type LogOwner } from './use-logs.ts';
import { useLogsAddress, useLogsSearch, type LogFilter } from './use-logs-address.ts';

const VIEWS = [
  { value: 'list', label: 'List' },
  { value: 'insights', label: 'Insights' },
] as const;

const ALL_COLUMNS = LOG_COLUMNS.toSpliced(2, 0, APPLICATION_COLUMN);

export function LogsPage() {
  return (
    <EntraPage title="Provisioning logs" help="provisioning-logs">
      {({ id }) => <Logs chosen={id} />}
    </EntraPage>
  );
}

function Logs({ chosen }: { readonly chosen: string }) {
  const isAll = useLogsSearch().applications === 'all';
  const application = isAll ? null : chosen;
  const all = useInsights(application, {});
  const address = useLogsAddress(all.data?.cycles[0]?.ended);
  const { search, filter, go } = address;
  const insights = useInsights(application, filter);
  const byStatus = useInsights(application, withoutStatus(filter));
  const columns = isAll ? ALL_COLUMNS : LOG_COLUMNS;
  const layout = useGridLayout('provisioning-logs', columns);
  const list = useRef<HTMLDivElement>(null);
  const total = insights.data?.total;

  function close(): void {
    go({ id: undefined });
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="provisioning-logs"
      sideLabel="Provisioning log details"
      side={
        search.id !== undefined && (
          <LogDetails application={application} id={search.id} address={address} onClose={close} />
        )
      }
    >
      <LogFilters address={address} known={all.data} />
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-4 py-1.5">
        <StatusFilter address={address} insights={byStatus.data} />
        <span className="flex-auto text-right whitespace-nowrap text-ink-3 tabular-nums">
          {total !== undefined && formatCount(total, 'event')}
        </span>
        <SegmentedControl
          label="View"
          options={VIEWS}
          value={search.view ?? 'list'}
          onChange={(view) => go({ view: view === 'list' ? undefined : view })}
        />
        <DownloadMenu application={application} filter={filter} />
        {search.view !== 'insights' && <ColumnPicker layout={layout} />}
      </div>
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && search.id !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        {search.view === 'insights' ? (
          <Insights insights={insights} address={address} />
        ) : (
          <LogList application={application} address={address} layout={layout} total={total} />
        )}
      </div>
    </SplitPane>
  );
}

function withoutStatus({ status: _status, ...filter }: LogFilter): LogFilter {
  return filter;
}

interface InsightsProps {
  readonly insights: ReturnType<typeof useInsights>;
  readonly address: ReturnType<typeof useLogsAddress>;
}

function Insights({ insights, address }: InsightsProps) {
  if (insights.isPending) return <Skeleton label="Loading the insights" lines={8} />;
  if (insights.isError) {
    return (
      <ErrorState
        title="The insights could not be read"
        error={insights.error}
        onRetry={() => void insights.refetch()}
      />
    );
  }
  return <InsightsView insights={insights.data} address={address} />;
}

const PARTS: readonly (readonly [LogFilePart, string])[] = [
  ['logs', 'CSV: provisioning logs'],
  ['steps', 'CSV: provisioning steps'],
  ['properties', 'CSV: modified properties'],
];

interface DownloadMenuProps {
  /** Null: of all of them there are no files. */
  readonly application: LogOwner;
  readonly filter: LogFilter;
}

/** What the filter finds, as files. */
function DownloadMenu({ application, filter }: DownloadMenuProps) {
  if (application === null) return null;
  const path = `/api/applications/${encodeURIComponent(application)}/provisioning-logs/export`;
  function download(wish: object): void {
    downloadFile(path, { ...filter, ...wish }).catch((error: unknown) =>
      toast({ tone: 'bad', message: `The file was not saved. ${describeError(error)}` }),
    );
  }
  return (
    <MenuButton
      label="Download"
      actions={[
        { id: 'json', label: 'JSON', icon: Download, onAction: () => download({ format: 'json' }) },
        {
          id: 'zip',
          label: 'CSV: three files in a ZIP',
          icon: Download,
          onAction: () => download({ format: 'zip' }),
        },
        ...PARTS.map(([part, label]) => ({
          id: part,
          label,
          icon: Download,
          onAction: () => download({ format: 'csv', part }),
        })),
      ]}
    />
  );
}
