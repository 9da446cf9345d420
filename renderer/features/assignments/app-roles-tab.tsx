// The app roles of an application: what people are assigned with, and what role expressions send.
import { Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import {
  DEFAULT_ACCESS_ROLE_ID,
  type Application,
  type AppRole,
} from '../../../shared/simulator/application.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AppRoleDialog } from './app-role-dialog.tsx';
import { useDeleteRole } from './use-assignments.ts';

const HEADS = ['Display name', 'Value', 'Allowed member types', 'State', 'Actions'] as const;

export function AppRolesTab({ application }: { readonly application: Application }) {
  const [edited, setEdited] = useState<AppRole | 'new'>();
  const [deleted, setDeleted] = useState<AppRole>();
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex items-start gap-4">
        <p className="min-w-0 flex-1 text-ink-2">
          A user or group is assigned with one of these, or with Default Access, which every
          application has.
        </p>
        <Button onPress={() => setEdited('new')}>
          <Plus aria-hidden className="size-4" />
          Create app role
        </Button>
      </div>
      <RoleTable roles={application.appRoles} onEdit={setEdited} onDelete={setDeleted} />
      {edited !== undefined && (
        <AppRoleDialog
          application={application}
          role={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
        />
      )}
      {deleted !== undefined && (
        <DeleteRole
          application={application}
          role={deleted}
          onClose={() => setDeleted(undefined)}
        />
      )}
    </div>
  );
}

interface RoleTableProps {
  readonly roles: readonly AppRole[];
  readonly onEdit: (role: AppRole) => void;
  readonly onDelete: (role: AppRole) => void;
}

function RoleTable({ roles, onEdit, onDelete }: RoleTableProps) {
  return (
    <table aria-label="App roles" className="w-full text-left">
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          {HEADS.map((head) => (
            <th key={head} scope="col" className="py-1 pr-3 font-medium">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {roles.map((role) => (
          <RoleRow
            key={role.id}
            role={role}
            onEdit={() => onEdit(role)}
            onDelete={() => onDelete(role)}
          />
        ))}
        <tr className="text-ink-2">
          <th scope="row" className="py-1.5 pr-3 font-medium">
            Default Access
            <RoleId id={DEFAULT_ACCESS_ROLE_ID} />
          </th>
          <td className="pr-3">—</td>
          <td className="pr-3">User</td>
          <td className="pr-3">
            <Badge tone="good">Enabled</Badge>
          </td>
          <td>Built in</td>
        </tr>
      </tbody>
    </table>
  );
}

interface RoleRowProps {
  readonly role: AppRole;
  readonly onEdit: () => void;
  readonly onDelete: () => void;
}

function RoleRow({ role, onEdit, onDelete }: RoleRowProps) {
  return (
    <tr className="border-b border-line/60">
      <th scope="row" className="py-1 pr-3 font-medium">
        {role.displayName}
        {role.description !== '' && role.description !== role.displayName && (
          <span className="block text-sm font-normal text-ink-2">{role.description}</span>
        )}
        <RoleId id={role.id} />
      </th>
      <td className="pr-3 font-mono text-sm">{role.value ?? '—'}</td>
      <td className="pr-3">{role.allowedMemberTypes.join(', ')}</td>
      <td className="pr-3">
        <Badge tone={role.isEnabled ? 'good' : 'warn'}>
          {role.isEnabled ? 'Enabled' : 'Disabled'}
        </Badge>
      </td>
      <td className="whitespace-nowrap">
        <IconButton icon={Pencil} label={`Edit the role ${role.displayName}`} onPress={onEdit} />
        <IconButton
          icon={Trash2}
          label={`Delete the role ${role.displayName}`}
          onPress={onDelete}
        />
      </td>
    </tr>
  );
}

function RoleId({ id }: { readonly id: string }) {
  return <span className="block font-mono text-sm font-normal wrap-anywhere text-ink-3">{id}</span>;
}

interface DeleteRoleProps {
  readonly application: Application;
  readonly role: AppRole;
  readonly onClose: () => void;
}

function DeleteRole({ application, role, onClose }: DeleteRoleProps) {
  const remove = useDeleteRole(application, onClose);
  return (
    <ConfirmDialog
      isOpen
      title={`Delete the app role "${role.displayName}"?`}
      confirmLabel="Delete app role"
      isPending={remove.isPending}
      onConfirm={() => remove.mutate(role.id)}
      onClose={onClose}
    >
      <p>A role that is assigned cannot be deleted.</p>
      {remove.isError && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(remove.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}
