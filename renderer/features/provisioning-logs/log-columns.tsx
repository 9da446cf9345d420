// The columns of the provisioning logs: those of the portal, and behind the column picker its others.
import type { ProvisioningLogRow } from '../../../shared/simulator/provisioning-log-pages.ts';
import { cx } from '../../ui/cx.ts';
import { formatDateTime, formatDuration } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { TONE_TEXT } from '../../ui/tone.ts';
import { ACTION_WORDS, STATUS_LOOKS } from './log-words.ts';

type Column = GridColumn<ProvisioningLogRow>;

/** Beside those below, where entries of several applications are shown. */
export const APPLICATION_COLUMN: Column = {
  ...plain('application', 'Application', (row) => row.applicationName),
  isFixed: true,
};

export const LOG_COLUMNS: readonly Column[] = [
  {
    id: 'date',
    header: 'Date',
    width: '180px',
    cell: ({ activityDateTime }) => (
      <time dateTime={activityDateTime} className="tabular-nums">
        {formatDateTime(activityDateTime)}
      </time>
    ),
  },
  {
    id: 'identity',
    header: 'Identity',
    width: 'minmax(160px, 3fr)',
    isFixed: true,
    cell: ({ sourceName, sourceId }) => (
      <>
        <span className="font-medium">{sourceName}</span>{' '}
        <span className="ml-2 font-mono text-sm text-ink-3">{sourceId}</span>
      </>
    ),
  },
  {
    id: 'action',
    header: 'Action',
    width: '112px',
    cell: ({ provisioningAction }) => ACTION_WORDS[provisioningAction],
  },
  { ...plain('source', 'Source system', (row) => row.sourceSystem), showFrom: 900 },
  { ...plain('target', 'Target system', (row) => row.targetSystem), showFrom: 760 },
  {
    id: 'status',
    header: 'Status',
    width: '104px',
    cell: ({ status }) => {
      const { icon: Icon, word, tone } = STATUS_LOOKS[status];
      return (
        <span className="flex items-center gap-1.5">
          <Icon aria-hidden className={cx('size-4 shrink-0', TONE_TEXT[tone])} />
          {word}
        </span>
      );
    },
  },
  ...[
    plain('upn', 'User principal name', (row) => row.sourceUserPrincipalName),
    plain('type', 'Identity type', (row) => row.sourceType),
    plain('error', 'Error code', (row) => row.errorCode ?? ''),
    plain('duration', 'Duration', (row) => formatDuration(row.durationInMilliseconds)),
    id('job', 'Job ID', (row) => row.jobId),
    id('cycle', 'Cycle ID', (row) => row.cycleId),
    id('change', 'Change ID', (row) => row.changeId),
    id('source-id', 'Source ID', (row) => row.sourceId),
    id('target-id', 'Target ID', (row) => row.targetId),
  ].map((column) => ({ ...column, isOptional: true })),
];

function plain(
  columnId: string,
  header: string,
  read: (row: ProvisioningLogRow) => string,
): Column {
  return { id: columnId, header, width: '160px', cell: read };
}

function id(columnId: string, header: string, read: (row: ProvisioningLogRow) => string): Column {
  const cell = (row: ProvisioningLogRow) => <span className="font-mono text-sm">{read(row)}</span>;
  return { id: columnId, header, width: '300px', cell };
}
