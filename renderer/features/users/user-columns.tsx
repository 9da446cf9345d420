// Columns of the user list. The less telling ones give way as the list gets narrow.
import type { StoredResource } from '../../../shared/admin/resource.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { ActiveState } from '../resources/active-state.tsx';
import { Instant } from '../resources/instant.tsx';
import {
  enterpriseText,
  isActive,
  mainEmail,
  textAt,
  versionOf,
} from '../resources/read-resource.ts';

export const userColumns: readonly GridColumn<StoredResource>[] = [
  {
    id: 'state',
    header: 'State',
    width: '92px',
    cell: ({ resource }) => <ActiveState isActive={isActive(resource)} />,
  },
  {
    id: 'userName',
    header: 'User name',
    width: 'minmax(0, 2.2fr)',
    cell: ({ resource }) => <span className="font-medium">{textAt(resource, ['userName'])}</span>,
  },
  textColumn('displayName', 'Display name', { width: 'minmax(0, 1.5fr)' }),
  {
    id: 'email',
    header: 'Work e-mail',
    width: 'minmax(0, 2fr)',
    showFrom: 820,
    cell: ({ resource }) => mainEmail(resource),
  },
  textColumn('externalId', 'External ID', { width: 'minmax(0, 1.2fr)', showFrom: 1000 }),
  {
    id: 'department',
    header: 'Department',
    width: 'minmax(0, 1.1fr)',
    showFrom: 900,
    cell: ({ resource }) => enterpriseText(resource, 'department'),
  },
  textColumn('title', 'Title', { width: 'minmax(0, 1.1fr)', showFrom: 1180 }),
  {
    id: 'lastModified',
    header: 'Last modified',
    width: '168px',
    showFrom: 560,
    cell: ({ resource }) => (
      <span className="text-ink-2">
        <Instant at={textAt(resource, ['meta', 'lastModified'])} />
      </span>
    ),
  },
  {
    id: 'version',
    header: 'Version',
    width: '72px',
    showFrom: 640,
    align: 'right',
    cell: ({ resource }) => <span className="text-ink-2 tabular-nums">{versionOf(resource)}</span>,
  },
];

function textColumn(
  name: string,
  header: string,
  layout: Pick<GridColumn<StoredResource>, 'width' | 'showFrom'>,
): GridColumn<StoredResource> {
  return {
    id: name,
    header,
    ...layout,
    cell: ({ resource }) => textAt(resource, [name]),
  };
}
