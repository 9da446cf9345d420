// Columns of the group list as delivered.
import { formatNumber } from '../../ui/format.ts';
import { textAt } from '../resources/read-resource.ts';
import { changeColumns, type ResourceColumn, textColumn } from '../resources/schema-columns.tsx';

export const groupColumns: readonly ResourceColumn[] = [
  {
    id: 'displayName',
    header: 'Display name',
    width: 'minmax(0, 2fr)',
    isFixed: true,
    isSortable: true,
    cell: ({ resource }) => (
      <span className="font-medium">{textAt(resource, ['displayName'])}</span>
    ),
  },
  textColumn('externalId', 'External ID', { width: 'minmax(0, 1.5fr)', showFrom: 640 }),
  {
    id: 'members',
    header: 'Members',
    width: '96px',
    align: 'right',
    cell: ({ memberCount }) => (
      <span className="tabular-nums">{formatNumber(memberCount ?? 0)}</span>
    ),
  },
  ...changeColumns,
];
