// Asks before many are deleted; the job can be undone.
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatCount } from '../../ui/format.ts';
import type { ScreenParts } from './screen-parts.ts';

interface BulkDeleteDialogProps {
  readonly parts: ScreenParts;
  readonly count: number;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

export function BulkDeleteDialog({ parts, count, onConfirm, onClose }: BulkDeleteDialogProps) {
  const what = formatCount(count, parts.noun);
  return (
    <ConfirmDialog
      isOpen
      title={`Delete ${what}?`}
      confirmLabel={`Delete ${what}`}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      <p>
        Undo brings them back with their ids, from the message that follows or from Tasks in the
        status bar.
      </p>
    </ConfirmDialog>
  );
}
