// One attribute, new or changed.
import { useState } from 'react';
import { AttributeDocument, SubAttributeDocument } from '../../../shared/scim/schema-document.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import type { Draft, OnDraft } from './draft.ts';
import { changeSchema, putAttribute } from './edit-schema.ts';
import { findProblem, tidyAttribute } from './tidy-attribute.ts';

interface AttributeDialogProps {
  readonly draft: Extract<Draft, { kind: 'attribute' }>;
  readonly onDraft: OnDraft;
  readonly onClose: () => void;
}

export function AttributeDialog({ draft, onDraft, onClose }: AttributeDialogProps) {
  const { schema, place } = draft;
  const [attribute, setAttribute] = useState(draft.attribute);
  const [problem, setProblem] = useState<string>();
  const isSub = place.parent !== undefined;
  const what = isSub ? `sub-attribute of ${place.parent}` : 'attribute';
  const title = place.replacing === undefined ? `New ${what}` : `Change ${what} ${place.replacing}`;

  function next(): void {
    const tidy = tidyAttribute(attribute);
    const found = findProblem(isSub ? SubAttributeDocument : AttributeDocument, tidy);
    setProblem(found);
    if (found !== undefined) return;
    onDraft({
      kind: 'apply',
      title,
      change: changeSchema(putAttribute(schema, tidy, place)),
      back: { ...draft, attribute },
    });
  }

  return (
    <Dialog
      title={title}
      isOpen
      onClose={onClose}
      size="medium"
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" onPress={next}>
            See what it does
          </Button>
        </>
      }
    >
      <AttributeFields isFirst attribute={attribute} isSub={isSub} onChange={setAttribute} />
      {problem !== undefined && (
        <p role="alert" className="mt-3 text-bad">
          {problem}
        </p>
      )}
    </Dialog>
  );
}
