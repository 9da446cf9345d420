// The columns of the Requests list, and the cells that Home shares with it.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { cx } from '../../ui/cx.ts';
import { formatDuration, formatTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { TONE_TEXT } from '../../ui/tone.ts';
import { operationLook } from './operation-look.ts';
import { methodTone, readableQuery, shortPath, SOURCE_NAMES, statusTone } from './request-words.ts';

export const REQUEST_COLUMNS: readonly GridColumn<RequestSummary>[] = [
  {
    id: 'time',
    header: 'Time',
    width: '104px',
    cell: (request) => (
      <span className="font-mono text-sm text-ink-3">{formatTime(request.at)}</span>
    ),
  },
  {
    id: 'meaning',
    header: 'Meaning',
    width: 'minmax(0, 5fr)',
    cell: (request) => <Meaning request={request} />,
  },
  {
    id: 'method',
    header: 'Method',
    width: '76px',
    showFrom: 520,
    cell: (request) => <Method method={request.method} />,
  },
  {
    id: 'path',
    header: 'Path',
    width: 'minmax(0, 4fr)',
    showFrom: 760,
    cell: (request) => <Path request={request} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '124px',
    cell: (request) => <Status request={request} />,
  },
  {
    id: 'source',
    header: 'Source',
    width: '88px',
    showFrom: 900,
    cell: (request) => <span className="text-ink-2">{SOURCE_NAMES[request.source]}</span>,
  },
  {
    id: 'duration',
    header: 'Duration',
    width: '84px',
    showFrom: 640,
    align: 'right',
    cell: (request) => (
      <span className="text-sm text-ink-3 tabular-nums">{formatDuration(request.durationMs)}</span>
    ),
  },
];

interface CellProps {
  readonly request: RequestSummary;
}

export function Meaning({ request }: CellProps) {
  const { icon: Icon, tone, word } = operationLook(request);
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Icon
        role="img"
        aria-label={word}
        className={cx('size-3.5 shrink-0', TONE_TEXT[tone])}
        strokeWidth={2}
      />
      <span className="truncate">{request.sentence}</span>
    </span>
  );
}

export function Method({ method }: { readonly method: string }) {
  return (
    <span className={cx('font-mono text-sm font-medium', TONE_TEXT[methodTone(method)])}>
      {method}
    </span>
  );
}

function Path({ request }: CellProps) {
  return (
    <span className="font-mono text-sm text-ink-2">
      {shortPath(request)}
      {request.query !== '' && <span className="text-ink-3">?{readableQuery(request.query)}</span>}
    </span>
  );
}

export function Status({ request }: CellProps) {
  return (
    <span className="text-sm tabular-nums">
      <span className={cx('font-mono font-medium', TONE_TEXT[statusTone(request.status)])}>
        {request.status === 0 ? '–' : request.status}
      </span>
      {request.scimType !== null && <span className="text-ink-3"> {request.scimType}</span>}
      {request.status === 0 && <span className="text-ink-3"> no answer</span>}
    </span>
  );
}
