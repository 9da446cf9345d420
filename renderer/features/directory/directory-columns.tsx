// Columns of the lists of the directory. The less telling ones give way as the list gets narrow.
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import type { ListedGroup } from '../../../shared/simulator/directory-views.ts';
import { formatNumber } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { Instant } from '../resources/instant.tsx';
import { AccountState } from './account-state.tsx';

const NAME = {
  id: 'displayName',
  header: 'Display name',
  width: 'minmax(0, 1.5fr)',
  isSortable: true,
} as const;

const userPrincipalName: GridColumn<DirectoryUser> = {
  id: 'userPrincipalName',
  header: 'User principal name',
  width: 'minmax(0, 2fr)',
  isSortable: true,
  cell: (user) => user.userPrincipalName,
};

const name: GridColumn<DirectoryUser> = {
  ...NAME,
  cell: ({ displayName }) => <span className="font-medium">{displayName}</span>,
};

export const userColumns: readonly GridColumn<DirectoryUser>[] = [
  name,
  userPrincipalName,
  {
    id: 'accountEnabled',
    header: 'Account',
    width: '132px',
    cell: (user) => <AccountState user={user} />,
  },
  {
    id: 'department',
    header: 'Department',
    width: 'minmax(0, 1fr)',
    showFrom: 700,
    isSortable: true,
    cell: ({ department }) => department,
  },
  {
    id: 'jobTitle',
    header: 'Job title',
    width: 'minmax(0, 1.2fr)',
    showFrom: 980,
    cell: ({ jobTitle }) => jobTitle,
  },
  {
    id: 'userType',
    header: 'User type',
    width: '92px',
    showFrom: 1_140,
    cell: ({ userType }) => userType,
  },
];

export const deletedColumns: readonly GridColumn<DirectoryUser>[] = [
  name,
  userPrincipalName,
  {
    id: 'deleted',
    header: 'Deletion date',
    width: '190px',
    cell: ({ deletedDateTime }) => <Instant at={deletedDateTime ?? ''} />,
  },
];

export const groupColumns: readonly GridColumn<ListedGroup>[] = [
  {
    ...NAME,
    isSortable: false,
    cell: ({ displayName }) => <span className="font-medium">{displayName}</span>,
  },
  {
    id: 'kind',
    header: 'Group type',
    width: '130px',
    cell: ({ kind }) => (kind === 'security' ? 'Security' : 'Microsoft 365'),
  },
  {
    id: 'securityEnabled',
    header: 'Can be assigned',
    width: '130px',
    showFrom: 620,
    cell: ({ securityEnabled }) => (securityEnabled ? 'Yes' : 'No: not security-enabled'),
  },
  {
    id: 'members',
    header: 'Members',
    width: '90px',
    align: 'right',
    cell: ({ memberCount }) => <span className="tabular-nums">{formatNumber(memberCount)}</span>,
  },
  {
    id: 'description',
    header: 'Description',
    width: 'minmax(0, 1.5fr)',
    showFrom: 840,
    cell: ({ description }) => <span className="text-ink-2">{description}</span>,
  },
];
