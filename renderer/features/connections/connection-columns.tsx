// The columns of the list of connections.
import type { ObjectConnection } from '../../../shared/simulator/job-run.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDateTime } from '../../ui/format.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { PrincipalIcon } from '../entra/principal-picker.tsx';

export const DISABLED_BECAUSE = {
  unassigned: 'not assigned any more',
  outOfScope: 'out of scope',
  deleted: 'deleted in the directory',
  accountDisabled: 'sign-in blocked',
} as const;

export const connectionColumns: readonly GridColumn<ObjectConnection>[] = [
  {
    id: 'displayName',
    header: 'Object',
    width: 'minmax(0, 1.5fr)',
    isFixed: true,
    cell: ({ displayName, objectType }) => (
      <span className="flex min-w-0 items-center gap-2">
        <PrincipalIcon objectType={objectType} />
        <span className="truncate font-medium">{displayName ?? 'Not in the directory'}</span>
      </span>
    ),
  },
  {
    id: 'state',
    header: 'State',
    width: '110px',
    cell: ({ isActive }) => (
      <Badge tone={isActive ? 'good' : 'warn'}>{isActive ? 'Active' : 'Disabled'}</Badge>
    ),
  },
  {
    id: 'sourceId',
    header: 'Source ID',
    width: 'minmax(0, 1.5fr)',
    showFrom: 620,
    cell: ({ sourceId }) => <span className="truncate font-mono text-sm">{sourceId}</span>,
  },
  {
    id: 'targetId',
    header: 'Target ID',
    width: 'minmax(0, 1.5fr)',
    cell: ({ targetId }) => <span className="truncate font-mono text-sm">{targetId}</span>,
  },
  {
    id: 'updatedAt',
    header: 'Last changed',
    width: '180px',
    showFrom: 800,
    cell: ({ updatedAt }) => formatDateTime(updatedAt),
  },
];
