// Advanced options: the attribute lists of the application and of Microsoft Entra ID, the schema as JSON, and the default mappings.
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { AttributeListDialog } from './attribute-list-dialog.tsx';
import { ReviewSchemaDialog } from './review-schema-dialog.tsx';
import { SourceListDialog } from './source-list-dialog.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';
import { useDefaultSchema } from './use-mapping.ts';

export type MappingTask = 'attributes' | 'sources' | 'review' | 'restore';

interface MappingDialogsProps {
  readonly editor: MappingEditor;
  readonly task: MappingTask | null;
  readonly onClose: () => void;
}

export function MappingDialogs({ editor, task, onClose }: MappingDialogsProps) {
  if (task === 'attributes') return <AttributeListDialog editor={editor} onClose={onClose} />;
  if (task === 'sources') return <SourceListDialog editor={editor} onClose={onClose} />;
  if (task === 'review') return <ReviewSchemaDialog editor={editor} onClose={onClose} />;
  return task === 'restore' ? <RestoreDialog editor={editor} onClose={onClose} /> : null;
}

function RestoreDialog({ editor, onClose }: Omit<MappingDialogsProps, 'task'>) {
  const defaults = useDefaultSchema();

  function restore(): void {
    defaults.mutate(undefined, {
      onSuccess({ schema }) {
        editor.setSide(null);
        editor.setSchema(schema);
        onClose();
      },
    });
  }

  return (
    <ConfirmDialog
      isOpen
      title="Restore default mappings"
      confirmLabel="Restore default mappings"
      isPending={defaults.isPending}
      onConfirm={restore}
      onClose={onClose}
    >
      Mappings, scoping filters and attribute lists of users and groups become those of a new
      application. Nothing is kept until you save; then the next cycle is an initial one.
    </ConfirmDialog>
  );
}
