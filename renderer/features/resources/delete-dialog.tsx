// Asks before a resource is deleted, by name; the message that follows can take it back.
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { idOf, nameOf, versionOf } from './read-resource.ts';
import type { ScreenParts } from './screen-parts.ts';
import { useDeleteResource } from './use-resource.ts';
import { useResourceSearch } from './use-resource-search.ts';
import { useRestore } from './use-restore.ts';

interface DeleteDialogProps {
  readonly parts: ScreenParts;
  readonly stored: StoredResource;
  readonly onClose: () => void;
}

export function DeleteDialog({ parts, stored, onClose }: DeleteDialogProps) {
  const address = useResourceSearch();
  const name = nameOf(stored.resource);
  const restore = useRestore(parts.resourceType);
  const version = stored.lastChange?.version ?? versionOf(stored.resource);
  const order = { id: idOf(stored.resource), version };
  const undo = { label: 'Undo', run: () => restore.mutate(order) };
  const deletion = useDeleteResource(parts.resourceType, async () => {
    onClose();
    await address.go({ id: undefined, tab: undefined });
    toast({ tone: 'good', message: `${name} deleted`, action: undo });
  });

  return (
    <ConfirmDialog
      isOpen
      title={`Delete ${name}?`}
      confirmLabel={`Delete ${parts.noun}`}
      isPending={deletion.isPending}
      onConfirm={() => deletion.mutate(order.id)}
      onClose={onClose}
    >
      <p>{parts.deletion} Its history stays, and can bring it back.</p>
      {deletion.error !== null && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(deletion.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}
