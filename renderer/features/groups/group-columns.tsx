// Columns of the group list.
import { formatNumber } from '../../ui/format.ts';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { Instant } from '../resources/instant.tsx';
import { textAt, versionOf } from '../resources/read-resource.ts';

export const groupColumns: readonly GridColumn<StoredResource>[] = [
  {
    id: 'displayName',
    header: 'Display name',
    width: 'minmax(0, 2fr)',
    cell: ({ resource }) => (
      <span className="font-medium">{textAt(resource, ['displayName'])}</span>
    ),
  },
  {
    id: 'externalId',
    header: 'External ID',
    width: 'minmax(0, 1.5fr)',
    showFrom: 640,
    cell: ({ resource }) => textAt(resource, ['externalId']),
  },
  {
    id: 'members',
    header: 'Members',
    width: '96px',
    align: 'right',
    cell: ({ memberCount }) => (
      <span className="tabular-nums">{formatNumber(memberCount ?? 0)}</span>
    ),
  },
  {
    id: 'lastModified',
    header: 'Last modified',
    width: '176px',
    cell: ({ resource }) => (
      <span className="text-ink-2">
        <Instant at={textAt(resource, ['meta', 'lastModified'])} />
      </span>
    ),
  },
  {
    id: 'version',
    header: 'Version',
    width: '80px',
    showFrom: 560,
    align: 'right',
    cell: ({ resource }) => <span className="text-ink-2 tabular-nums">{versionOf(resource)}</span>,
  },
];
