// Asks before a user or group is deleted, by name.
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';
import { idOf, nameOf } from './read-resource.ts';
import type { ScreenParts } from './screen-parts.ts';
import { useDeleteResource } from './use-resource.ts';
import { useResourceSearch } from './use-resource-search.ts';

interface DeleteDialogProps {
  readonly parts: ScreenParts;
  readonly stored: StoredResource;
  readonly onClose: () => void;
}

export function DeleteDialog({ parts, stored, onClose }: DeleteDialogProps) {
  const address = useResourceSearch(parts.resourceType);
  const name = nameOf(stored.resource);
  const deletion = useDeleteResource(parts.resourceType, async () => {
    onClose();
    await address.go({ id: undefined, tab: undefined });
    toast({ tone: 'good', message: `${name} deleted` });
  });

  return (
    <ConfirmDialog
      isOpen
      title={`Delete ${name}?`}
      confirmLabel={`Delete ${parts.noun}`}
      isPending={deletion.isPending}
      onConfirm={() => deletion.mutate(idOf(stored.resource))}
      onClose={onClose}
    >
      <p>{CONSEQUENCES[parts.resourceType]}</p>
      {deletion.error !== null && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(deletion.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}

const CONSEQUENCES = {
  User: 'The user is removed for good and leaves every group. A SCIM client that looks for it will find nothing, and may create it again.',
  Group:
    'The group is removed for good; its members stay. A SCIM client that looks for it will find nothing, and may create it again.',
} as const;
