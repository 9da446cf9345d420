// Columns of the assignments, with what can be done to one of them.
import { Pencil, UserMinus } from 'lucide-react';
import type { ListedAssignment } from '../../../shared/simulator/application-routes.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { PrincipalIcon } from '../entra/principal-picker.tsx';

interface RowActions {
  readonly onEdit: (assignment: ListedAssignment) => void;
  readonly onRemove: (assignment: ListedAssignment) => void;
}

export function assignmentColumns({
  onEdit,
  onRemove,
}: RowActions): readonly GridColumn<ListedAssignment>[] {
  return [
    {
      id: 'name',
      header: 'Display name',
      width: 'minmax(0, 1.6fr)',
      cell: ({ principalType, displayName }) => (
        <span className="flex max-w-full items-center gap-1.5 font-medium">
          <PrincipalIcon objectType={principalType} />
          <span className="truncate">{displayName}</span>
        </span>
      ),
    },
    {
      id: 'upn',
      header: 'User principal name',
      width: 'minmax(0, 1.6fr)',
      showFrom: 760,
      cell: ({ userPrincipalName }) => <span className="text-ink-2">{userPrincipalName}</span>,
    },
    {
      id: 'type',
      header: 'Object type',
      width: '96px',
      showFrom: 520,
      cell: ({ principalType }) => principalType,
    },
    {
      id: 'role',
      header: 'Role assigned',
      width: 'minmax(0, 1fr)',
      cell: ({ roleName }) => roleName,
    },
    {
      id: 'actions',
      header: 'Actions',
      width: '84px',
      align: 'right',
      cell: (row) => (
        <span className="flex justify-end">
          <IconButton
            icon={Pencil}
            label={`Edit the assignment of ${row.displayName}`}
            onPress={() => onEdit(row)}
          />
          <IconButton
            icon={UserMinus}
            label={`Remove the assignment of ${row.displayName}`}
            onPress={() => onRemove(row)}
          />
        </span>
      ),
    },
  ];
}
