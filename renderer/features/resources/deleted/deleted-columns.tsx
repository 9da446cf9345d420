// What the list says of a deleted resource.
import type { DeletedResource } from '../../../../shared/admin/resource-tools.ts';
import type { GridColumn } from '../../../ui/grid-types.ts';
import { ChangeLink } from '../change-link.tsx';
import { Instant } from '../instant.tsx';
import { DeletedState } from './deleted-state.tsx';

export const deletedColumns: readonly GridColumn<DeletedResource>[] = [
  { id: 'state', header: 'State', width: '92px', cell: () => <DeletedState /> },
  {
    id: 'name',
    header: 'Name',
    width: 'minmax(0, 2fr)',
    cell: ({ name }) => <span className="font-medium">{name}</span>,
  },
  {
    id: 'at',
    header: 'Deleted',
    width: '168px',
    cell: ({ at }) => (
      <span className="text-ink-2">
        <Instant at={at} />
      </span>
    ),
  },
  {
    id: 'by',
    header: 'Deleted by',
    width: '136px',
    showFrom: 620,
    cell: (deleted) => <ChangeLink origin={deleted} />,
  },
  {
    id: 'id',
    header: 'ID',
    width: 'minmax(0, 1.6fr)',
    showFrom: 860,
    cell: ({ id }) => <span className="font-mono text-sm text-ink-2">{id}</span>,
  },
];
