// The columns of the Requests list; the ids of those that sort are what the server sorts by, but for `number`.
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import { writePeer } from '../../../shared/write-peer.ts';
import { formatBytes, formatDuration, formatTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { COLOUR_LABELS } from './colour-labels.tsx';
import {
  FindingsCell,
  Method,
  OperationCell,
  PathCell,
  Status,
  TimeCell,
} from './request-cells.tsx';
import { SOURCE_NAMES } from './request-words.ts';
import type { TimeForm } from './time-form.ts';

const TIME_WIDTHS: Record<TimeForm, string> = { clock: '104px', ago: '96px', iso: '208px' };

/** Of clocks that say AM and PM. */
const LONG_CLOCK_WIDTH = '136px';

function timeWidth(form: TimeForm): string {
  const isLong = form === 'clock' && formatTime('2026-12-30T22:48:48.888Z').length > 12;
  return isLong ? LONG_CLOCK_WIDTH : TIME_WIDTHS[form];
}

export function requestColumns(timeForm: TimeForm): readonly GridColumn<RequestSummary>[] {
  return [
    {
      id: 'number',
      header: '#',
      width: '64px',
      showFrom: 980,
      align: 'right',
      cell: ({ id }) => quiet(String(id)),
    },
    {
      id: 'time',
      header: 'Time',
      width: timeWidth(timeForm),
      isSortable: true,
      sortsDown: true, // without a sort the newest is at the end
      cell: ({ at }) => <TimeCell at={at} />,
    },
    ...USUAL,
    ...OTHERS,
  ];
}

const USUAL: readonly GridColumn<RequestSummary>[] = [
  {
    id: 'operation',
    header: 'Operation',
    width: 'minmax(0, 5fr)',
    isFixed: true,
    isSortable: true,
    cell: (request) => <OperationCell request={request} />,
  },
  {
    id: 'method',
    header: 'Method',
    width: '84px',
    showFrom: 520,
    isSortable: true,
    cell: ({ method }) => <Method method={method} />,
  },
  {
    id: 'path',
    header: 'Path',
    width: 'minmax(0, 4fr)',
    showFrom: 760,
    isSortable: true,
    cell: (request) => <PathCell request={request} />,
  },
  {
    id: 'status',
    header: 'Status',
    width: '124px',
    isSortable: true,
    cell: (request) => <Status request={request} />,
  },
  {
    id: 'source',
    header: 'Source',
    width: '92px',
    showFrom: 900,
    isSortable: true,
    cell: ({ source }) => <span className="text-ink-2">{SOURCE_NAMES[source]}</span>,
  },
  {
    id: 'duration',
    header: 'Duration',
    width: '92px',
    showFrom: 640,
    align: 'right',
    isSortable: true,
    sortsDown: true,
    cell: ({ durationMs }) => quiet(formatDuration(durationMs)),
  },
];

const OTHERS: readonly GridColumn<RequestSummary>[] = [
  {
    ...optional('request-size', 'Size in', '84px', (row) => formatBytes(row.requestBytes)),
    sortsDown: true,
  },
  {
    ...optional('response-size', 'Size out', '84px', (row) => formatBytes(row.responseBytes)),
    sortsDown: true,
  },
  optional('resource', 'Resource', '200px', writeResource),
  optional('token', 'Token', '120px', (row) => row.tokenName ?? ''),
  {
    ...optional('findings', 'Findings', '108px', () => ''),
    sortsDown: true,
    cell: ({ findings }) => <FindingsCell counts={findings} />,
  },
  optional('remote-address', 'Remote address', '168px', writePeer),
  {
    ...optional('connection', 'Connection', '104px', (row) => String(row.connection ?? '')),
    align: 'right',
  },
  optional('job', 'Job', '180px', writeJob),
  optional('cycle', 'Cycle', '180px', (row) => row.cycleId ?? ''),
  { ...optional('note', 'Note', '160px', (row) => row.note ?? ''), isSortable: false },
  optional('colour', 'Label', '120px', writeColour),
  { ...optional('http', 'HTTP version', '96px', (row) => row.httpVersion), isSortable: false },
  { ...optional('agent', 'User agent', '180px', (row) => row.userAgent ?? ''), isSortable: false },
  {
    ...optional('client-id', 'Client request id', '180px', (row) => row.clientRequestId ?? ''),
    isSortable: false,
  },
];

type Write = (request: RequestSummary) => string;

// oxlint-disable-next-line max-params -- a table entry; names would say less than the places
function optional(id: string, header: string, width: string, write: Write) {
  const cell = (request: RequestSummary) => quiet(write(request));
  return { id, header, width, cell, isOptional: true, isSortable: true };
}

function quiet(text: string) {
  return (
    <span title={text} className="text-sm text-ink-3 tabular-nums">
      {text}
    </span>
  );
}

function writeResource({ resourceType, resourceName, resourceId }: RequestSummary): string {
  return resourceType === null ? '' : `${resourceType} ${resourceName ?? resourceId ?? ''}`;
}

/** What tells jobs apart: the ids of all begin alike. */
function writeJob({ jobId }: RequestSummary): string {
  return jobId?.split('.').at(-1) ?? '';
}

function writeColour({ colour }: RequestSummary): string {
  return COLOUR_LABELS.find((label) => label.colour === colour)?.name ?? '';
}
