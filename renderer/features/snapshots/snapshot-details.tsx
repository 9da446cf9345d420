// One snapshot: what it holds, how it differs from another state, and the ways back.
import { getRouteApi } from '@tanstack/react-router';
import { FileDown, History, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatBytes, formatCount, formatDateTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { OriginBadge } from './origin-badge.tsx';
import { ComparisonView } from './comparison-view.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { useDeleteSnapshot, useSnapshotExport } from './use-snapshots.ts';

const route = getRouteApi('/snapshots');

interface SnapshotDetailsProps {
  readonly snapshot: Snapshot;
  readonly others: readonly Snapshot[];
  readonly onClose: () => void;
}

export function SnapshotDetails({ snapshot, others, onClose }: SnapshotDetailsProps) {
  const { with: asked = 'now' } = route.useSearch();
  const navigate = route.useNavigate();
  const other = asked === 'now' || others.some(({ id }) => id === asked) ? asked : 'now';
  // Of two tenants there is nothing to compare.
  const comparable = others.filter(
    (one) => one.tenant === null || (snapshot.tenant ?? one.tenant) === one.tenant,
  );
  const { name, note, at, size, counts, origin, tenant } = snapshot;
  return (
    <div
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 truncate font-semibold">{name}</h2>
        <OriginBadge origin={origin} />
        <span className="flex-1" />
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="flex flex-col gap-2 border-b border-line p-4">
          {note !== '' && <p className="wrap-anywhere">{note}</p>}
          <p className="text-ink-2">
            {tenant === null ? formatCount(counts.tenants, 'tenant') : `Only the tenant ${tenant}`},{' '}
            {formatCount(counts.users, 'user')}, {formatCount(counts.groups, 'group')},{' '}
            {formatCount(counts.requests, 'request')}
          </p>
          <p className="text-sm text-ink-3">
            {formatDateTime(at)} · {formatBytes(size)}
          </p>
          <Actions snapshot={snapshot} onGone={onClose} />
        </div>
        <div className="flex flex-col gap-3 p-4">
          <SelectField
            label="Compared with"
            value={other}
            options={[
              {
                value: 'now',
                label: tenant === null ? 'The workspace as it is now' : 'The tenant as it is now',
              },
              ...comparable.map((one) => ({
                value: one.id,
                label: `${one.name} (${formatDateTime(one.at)})`,
              })),
            ]}
            onChange={(next) =>
              void navigate({ search: (search) => ({ ...search, with: next }), replace: true })
            }
          />
          <ComparisonView key={other} snapshot={snapshot} other={other} />
        </div>
      </div>
    </div>
  );
}

interface ActionsProps {
  readonly snapshot: Snapshot;
  readonly onGone: () => void;
}

function Actions({ snapshot, onGone }: ActionsProps) {
  const [asking, setAsking] = useState<'restore' | 'delete' | null>(null);
  const stop = () => setAsking(null);
  const save = useSnapshotExport(snapshot);
  const remove = useDeleteSnapshot(onGone);
  return (
    <div className="mt-1 flex flex-wrap gap-2">
      <Button onPress={() => setAsking('restore')}>
        <History aria-hidden className="size-3.5" />
        {snapshot.tenant === null ? 'Restore…' : 'Restore the tenant…'}
      </Button>
      <Button isPending={save.isPending} onPress={() => save.mutate()}>
        <FileDown aria-hidden className="size-3.5" />
        Export
      </Button>
      <Button onPress={() => setAsking('delete')}>
        <Trash2 aria-hidden className="size-3.5" />
        Delete
      </Button>
      {asking === 'restore' && <RestoreDialog snapshot={snapshot} onClose={stop} />}
      <ConfirmDialog
        title={`Delete "${snapshot.name}"?`}
        isOpen={asking === 'delete'}
        confirmLabel="Delete snapshot"
        isPending={remove.isPending}
        onConfirm={() => remove.mutate(snapshot)}
        onClose={stop}
      >
        <p>Its file is removed for good. The workspace as it is now stays.</p>
      </ConfirmDialog>
    </div>
  );
}
