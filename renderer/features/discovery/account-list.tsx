// The accounts of one kind, with what can be done about them.
import { useNavigate } from '@tanstack/react-router';
import { UserRoundPlus, Users } from 'lucide-react';
import { useState } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { DiscoveredAccount } from '../../../shared/simulator/job-run.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { describeError } from '../../ui/error-state.tsx';
import type { GridColumn } from '../../ui/grid-types.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { assignableRoles, useAssign } from '../assignments/use-assignments.ts';

interface AccountListProps {
  readonly application: Application;
  readonly kind: DiscoveredAccount['kind'];
  readonly accounts: readonly DiscoveredAccount[];
  readonly onAssigned: () => void;
}

const EMPTY = {
  Local: ['No local accounts', 'Every account of the target is known to the directory.'],
  Unassigned: [
    'No unassigned users',
    'Everybody of the directory who has an account is assigned to the application.',
  ],
  Assigned: ['No assigned users', 'Nobody who is assigned has an account in the target yet.'],
} as const;

export function AccountList({ application, kind, accounts, onAssigned }: AccountListProps) {
  const [assigned, setAssigned] = useState<DiscoveredAccount>();
  const navigate = useNavigate();
  const [title, text] = EMPTY[kind];
  const show = ({ sourceId }: DiscoveredAccount) => {
    if (sourceId !== null) void navigate({ to: '/entra/directory', search: { id: sourceId } });
  };
  if (accounts.length === 0) {
    return (
      <EmptyState icon={Users} title={title}>
        {text}
      </EmptyState>
    );
  }
  return (
    <div className="flex h-full flex-col">
      <VirtualGrid
        label={`${kind} accounts`}
        columns={columnsOf(kind, { onAssign: setAssigned, onShow: show })}
        rowCount={accounts.length}
        rowAt={(index) => accounts[index]}
        rowKey={({ targetId }) => targetId}
        openKey={assigned?.targetId ?? null}
        onOpen={(account) => (kind === 'Unassigned' ? setAssigned(account) : show(account))}
      />
      {assigned !== undefined && (
        <AssignDialog
          application={application}
          account={assigned}
          onAssigned={onAssigned}
          onClose={() => setAssigned(undefined)}
        />
      )}
    </div>
  );
}

interface RowActions {
  readonly onAssign: (account: DiscoveredAccount) => void;
  readonly onShow: (account: DiscoveredAccount) => void;
}

function columnsOf(
  kind: DiscoveredAccount['kind'],
  { onAssign, onShow }: RowActions,
): readonly GridColumn<DiscoveredAccount>[] {
  switch (kind) {
    case 'Local':
      return COLUMNS;
    case 'Unassigned':
      return [...COLUMNS, showColumn(onShow), assignColumn(onAssign)];
    case 'Assigned':
      return [...COLUMNS, showColumn(onShow)];
  }
}

const COLUMNS: readonly GridColumn<DiscoveredAccount>[] = [
  {
    id: 'userName',
    header: 'User name',
    width: 'minmax(0, 2fr)',
    isFixed: true,
    cell: ({ userName }) => <span className="truncate font-medium">{userName}</span>,
  },
  {
    id: 'displayName',
    header: 'Display name',
    width: 'minmax(0, 1.5fr)',
    cell: ({ displayName }) => <span className="truncate">{displayName}</span>,
  },
  {
    id: 'active',
    header: 'Active',
    width: '90px',
    cell: ({ active }) => (active === null ? '' : active ? 'Yes' : 'No'),
  },
  {
    id: 'linked',
    header: 'Connection',
    width: '110px',
    cell: ({ isLinked }) => (isLinked ? <Badge tone="good">Connected</Badge> : 'None'),
  },
  {
    id: 'targetId',
    header: 'Target ID',
    width: 'minmax(0, 1.5fr)',
    showFrom: 900,
    cell: ({ targetId }) => <span className="truncate font-mono text-sm">{targetId}</span>,
  },
];

function showColumn(onShow: RowActions['onShow']): GridColumn<DiscoveredAccount> {
  return {
    id: 'source',
    header: 'Directory',
    width: '120px',
    isFixed: true,
    cell: (account) =>
      account.sourceId !== null && (
        <Button
          variant="ghost"
          aria-label={`Show user ${account.userName}`}
          onPress={() => onShow(account)}
        >
          Show user
        </Button>
      ),
  };
}

function assignColumn(onAssign: RowActions['onAssign']): GridColumn<DiscoveredAccount> {
  return {
    id: 'assign',
    header: 'Assign',
    width: '110px',
    isFixed: true,
    cell: (account) => (
      <Button
        variant="ghost"
        aria-label={`Assign ${account.userName}`}
        onPress={() => onAssign(account)}
      >
        <UserRoundPlus aria-hidden className="size-3.5" />
        Assign
      </Button>
    ),
  };
}

interface AssignDialogProps {
  readonly application: Application;
  readonly account: DiscoveredAccount;
  readonly onAssigned: () => void;
  readonly onClose: () => void;
}

function AssignDialog({ application, account, onAssigned, onClose }: AssignDialogProps) {
  const roles = assignableRoles(application);
  const [role, setRole] = useState(roles[0]?.value ?? '');
  const assign = useAssign(application, () => {
    onAssigned();
    onClose();
  });
  return (
    <Dialog
      isOpen
      title={`Assign ${account.userName}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={assign.isPending}
            isDisabled={account.sourceId === null}
            onPress={() => assign.mutate({ principals: [account.sourceId ?? ''], appRoleId: role })}
          >
            Assign
          </Button>
        </>
      }
    >
      <p className="mb-3">The next cycle then matches the user to this account, and updates it.</p>
      <SelectField label="Select a role" options={roles} value={role} onChange={setRole} />
      {assign.isError && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(assign.error)}
        </p>
      )}
    </Dialog>
  );
}
