// Asks before a tenant is emptied or deleted, and says what will be gone.
import { useState } from 'react';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { useTenantDeletion, useTenantEmptying } from './use-tenant-actions.ts';

interface RemoveTenantDialogProps {
  readonly tenant: Tenant;
  readonly onClose: () => void;
}

export function EmptyTenantDialog({ tenant, onClose }: RemoveTenantDialogProps) {
  const [resources, setResources] = useState(true);
  const [requests, setRequests] = useState(true);
  const emptying = useTenantEmptying(tenant);
  const { counts } = tenant;
  return (
    <ConfirmDialog
      title={`Empty ${tenant.name}?`}
      isOpen
      confirmLabel="Empty the tenant"
      isPending={emptying.isPending}
      onClose={onClose}
      onConfirm={() => emptying.mutate({ resources, requests }, { onSuccess: onClose })}
    >
      <div className="flex flex-col gap-1">
        <CheckBox isSelected={resources} onChange={setResources}>
          {formatCount(counts.users, 'user')}, {formatCount(counts.groups, 'group')}, all other
          resources and their history
        </CheckBox>
        <CheckBox isSelected={requests} onChange={setRequests}>
          Its part of the request log
        </CheckBox>
      </div>
      <SnapshotNote error={emptying.error}>
        Its address, tokens, profile and schemas stay.
      </SnapshotNote>
    </ConfirmDialog>
  );
}

export function DeleteTenantDialog({ tenant, onClose }: RemoveTenantDialogProps) {
  const deletion = useTenantDeletion(tenant);
  const { users, groups, requests } = tenant.counts;
  return (
    <ConfirmDialog
      title={`Delete ${tenant.name}?`}
      isOpen
      confirmLabel="Delete the tenant"
      isPending={deletion.isPending}
      onClose={onClose}
      onConfirm={() => deletion.mutate(undefined, { onSuccess: onClose })}
    >
      <p>
        {formatCount(users, 'user')}, {formatCount(groups, 'group')} and its part of the{' '}
        {formatCount(requests, 'request')} in the log go with it. Clients that still call{' '}
        <code className="font-mono text-sm">/t/{tenant.slug}/scim/v2</code> are answered 404.
      </p>
      <SnapshotNote error={deletion.error} />
    </ConfirmDialog>
  );
}

interface SnapshotNoteProps {
  readonly error: unknown;
  readonly children?: string;
}

function SnapshotNote({ error, children }: SnapshotNoteProps) {
  return (
    <>
      <p className="mt-3">
        {children} A snapshot of the workspace is taken first; Undo brings the tenant back.
      </p>
      {error !== null && (
        <p role="alert" className="mt-2 text-bad">
          {describeError(error)}
        </p>
      )}
    </>
  );
}
