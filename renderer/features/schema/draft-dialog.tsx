// The dialog of the draft.
import { ApplyDialog } from './apply-dialog.tsx';
import { AttributeDialog } from './attribute-dialog.tsx';
import type { Draft, OnDraft } from './draft.ts';
import { ImportDialog } from './import-dialog.tsx';
import { NewSchemaDialog } from './new-schema-dialog.tsx';
import type { KnownType } from './read-documents.ts';

interface DraftDialogProps {
  readonly draft: Draft;
  readonly types: readonly KnownType[];
  readonly onDraft: OnDraft;
  readonly onClose: () => void;
}

export function DraftDialog({ draft, types, onDraft, onClose }: DraftDialogProps) {
  switch (draft.kind) {
    case 'new-extension':
    case 'new-type':
      return <NewSchemaDialog draft={draft} types={types} onDraft={onDraft} onClose={onClose} />;
    case 'attribute':
      return <AttributeDialog draft={draft} onDraft={onDraft} onClose={onClose} />;
    case 'import':
      return <ImportDialog draft={draft} onDraft={onDraft} onClose={onClose} />;
    case 'apply':
      return <ApplyDialog draft={draft} onDraft={onDraft} onClose={onClose} />;
  }
}
