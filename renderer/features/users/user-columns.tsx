// Columns of the user list as delivered. The less telling ones give way as the list gets narrow.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { ActiveState } from '../resources/active-state.tsx';
import {
  elementsOf,
  enterpriseText,
  isActive,
  mainEmail,
  textAt,
} from '../resources/read-resource.ts';
import { changeColumns, type ResourceColumn, textColumn } from '../resources/schema-columns.tsx';
import { ENTERPRISE_USER } from '../resources/scim-names.ts';

/** A group that tells no name is named by its id. */
function groupNames(resource: JsonObject): readonly string[] {
  return elementsOf(resource['groups']).map(
    (group) => textAt(group, ['display']) || textAt(group, ['value']),
  );
}

export const userColumns: readonly ResourceColumn[] = [
  {
    id: 'active',
    header: 'State',
    width: '92px',
    isSortable: true,
    cell: ({ resource }) => <ActiveState isActive={isActive(resource)} />,
  },
  {
    id: 'userName',
    header: 'User name',
    width: 'minmax(0, 2.2fr)',
    isFixed: true,
    isSortable: true,
    cell: ({ resource }) => <span className="font-medium">{textAt(resource, ['userName'])}</span>,
  },
  textColumn('displayName', 'Display name', { width: 'minmax(0, 1.5fr)' }),
  {
    id: 'emails.value',
    header: 'Work e-mail',
    width: 'minmax(0, 2fr)',
    showFrom: 820,
    isSortable: true,
    cell: ({ resource }) => mainEmail(resource),
  },
  textColumn('externalId', 'External ID', { width: 'minmax(0, 1.2fr)', showFrom: 1240 }),
  {
    id: `${ENTERPRISE_USER}:department`,
    header: 'Department',
    width: 'minmax(0, 1.1fr)',
    showFrom: 900,
    isSortable: true,
    cell: ({ resource }) => enterpriseText(resource, 'department'),
  },
  textColumn('title', 'Title', { width: 'minmax(0, 1.1fr)', showFrom: 1340 }),
  {
    id: 'groups',
    header: 'Groups',
    width: 'minmax(0, 1.4fr)',
    isOptional: true,
    section: 'Core',
    cell: ({ resource }) => groupNames(resource).join(', '),
  },
  ...changeColumns,
];
