// What the list says of a snapshot.
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { OriginBadge } from './origin-badge.tsx';
import { formatBytes, formatDateTime, formatNumber } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';

export const snapshotColumns: readonly GridColumn<Snapshot>[] = [
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(160px, 2fr)',
    cell: ({ name, note, origin }) => (
      <>
        <span className="font-medium">{name}</span> <OriginBadge origin={origin} />
        {note !== '' && <span className="text-ink-3"> · {note}</span>}
      </>
    ),
  },
  {
    id: 'tenant',
    header: 'Of',
    width: '130px',
    showFrom: 480,
    cell: ({ tenant }) => tenant ?? <span className="text-ink-3">The workspace</span>,
  },
  { id: 'at', header: 'Taken', width: '180px', cell: ({ at }) => formatDateTime(at) },
  {
    id: 'users',
    header: 'Users',
    width: '80px',
    align: 'right',
    showFrom: 560,
    cell: ({ counts }) => formatNumber(counts.users),
  },
  {
    id: 'groups',
    header: 'Groups',
    width: '80px',
    align: 'right',
    showFrom: 560,
    cell: ({ counts }) => formatNumber(counts.groups),
  },
  {
    id: 'requests',
    header: 'Requests',
    width: '90px',
    align: 'right',
    showFrom: 760,
    cell: ({ counts }) => formatNumber(counts.requests),
  },
  {
    id: 'size',
    header: 'Size',
    width: '90px',
    align: 'right',
    showFrom: 760,
    cell: ({ size }) => formatBytes(size),
  },
];
