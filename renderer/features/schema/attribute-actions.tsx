// What can be done with one attribute of an own schema.
import { Ellipsis } from 'lucide-react';
import { AttributeDocument, type SchemaDocument } from '../../../shared/scim/schema-document.ts';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { OnDraft } from './draft.ts';
import { changeSchema, emptyAttribute, removeAttribute } from './edit-schema.ts';
import type { Attribute, SubAttribute } from './read-documents.ts';

interface AttributeActionsProps {
  readonly schema: SchemaDocument;
  readonly attribute: Attribute | SubAttribute;
  /** The complex attribute that it belongs to. */
  readonly parent?: string;
  readonly onDraft: OnDraft;
}

export function AttributeActions(props: AttributeActionsProps) {
  const { schema, attribute, parent, onDraft } = props;
  const { name, type } = attribute;
  return (
    <MenuButton
      icon={Ellipsis}
      label={`Actions of ${parent === undefined ? name : `${parent}.${name}`}`}
      actions={[
        {
          id: 'change',
          label: 'Change…',
          // The name of `$ref` is no attribute name; the JSON editor takes it.
          isDisabled: name === '$ref',
          onAction: () =>
            onDraft({
              kind: 'attribute',
              schema,
              place: { parent, replacing: name },
              attribute: AttributeDocument.parse(attribute),
            }),
        },
        ...(type === 'complex'
          ? [
              {
                id: 'add',
                label: 'Add sub-attribute…',
                onAction: () =>
                  onDraft({
                    kind: 'attribute',
                    schema,
                    place: { parent: name },
                    attribute: { ...emptyAttribute(), name: '' },
                  }),
              },
            ]
          : []),
        {
          id: 'remove',
          label: 'Remove…',
          isDangerous: true,
          onAction: () =>
            onDraft({
              kind: 'apply',
              title: `Remove "${name}"?`,
              change: changeSchema(removeAttribute(schema, name, parent)),
            }),
        },
      ]}
    />
  );
}
