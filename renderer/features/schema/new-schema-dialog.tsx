// A new extension of a resource type, or a new resource type with its core schema; with its first attribute, because a
// schema has at least one.
import { useState } from 'react';
import { ResourceTypeDocument, SchemaDocument } from '../../../shared/scim/schema-document.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { AttributeFields } from './attribute-fields.tsx';
import type { Draft, NewSchemaValues, OnDraft } from './draft.ts';
import { addExtension, addType, emptyAttribute, extensionUrn, typeUrn } from './edit-schema.ts';
import type { KnownType } from './read-documents.ts';
import { findProblem, tidyAttribute } from './tidy-attribute.ts';

interface NewSchemaDialogProps {
  readonly draft: Extract<Draft, { kind: 'new-extension' | 'new-type' }>;
  readonly types: readonly KnownType[];
  readonly onDraft: OnDraft;
  readonly onClose: () => void;
}

export function NewSchemaDialog({ draft, types, onDraft, onClose }: NewSchemaDialogProps) {
  const [values, setValues] = useState<NewSchemaValues>(draft.values ?? emptyValues());
  const [problem, setProblem] = useState<string>();
  const isType = draft.kind === 'new-type';
  const title = isType ? 'New resource type' : `New extension of ${draft.base}`;

  function next(): void {
    const schema = toSchema(values);
    const found =
      findProblem(SchemaDocument, schema) ??
      (isType ? findProblem(ResourceTypeDocument, { ...values, schema: values.urn }) : undefined);
    setProblem(found);
    if (found !== undefined) return;
    const type = types.find((one) => !isType && one.type.name === draft.base);
    const change =
      type === undefined ? addType(schema, values.endpoint) : addExtension(schema, type);
    onDraft({ kind: 'apply', title, change, back: { ...draft, values } });
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
          <Button variant="primary" isDisabled={values.name.trim() === ''} onPress={next}>
            See what it does
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <NameFields draft={draft} values={values} onChange={setValues} />
        <h3 className="mt-1 border-t border-line pt-3 font-semibold text-ink-1">First attribute</h3>
        <AttributeFields
          attribute={values.attribute}
          isSub={false}
          onChange={(attribute) => setValues({ ...values, attribute })}
        />
        {problem !== undefined && (
          <p role="alert" className="text-bad">
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface NameFieldsProps extends Pick<NewSchemaDialogProps, 'draft'> {
  readonly values: NewSchemaValues;
  readonly onChange: (values: NewSchemaValues) => void;
}

/** URN and endpoint follow the name; write them after it. */
function NameFields({ draft, values, onChange }: NameFieldsProps) {
  const isType = draft.kind === 'new-type';
  function setName(name: string): void {
    const urn = draft.kind === 'new-type' ? typeUrn(name) : extensionUrn(name, draft.base);
    onChange({ ...values, name, urn, endpoint: name.trim() === '' ? '' : `/${name.trim()}s` });
  }
  return (
    <>
      <TextField
        label="Name"
        placeholder={isType ? 'Device' : 'Velpic'}
        value={values.name}
        onChange={setName}
        autoFocus
        autoComplete="off"
      />
      <TextField
        label="Schema URN"
        value={values.urn}
        onChange={(urn) => onChange({ ...values, urn })}
        isMono
        autoComplete="off"
      />
      {isType && (
        <TextField
          label="Endpoint"
          value={values.endpoint}
          onChange={(endpoint) => onChange({ ...values, endpoint })}
          isMono
          autoComplete="off"
        />
      )}
    </>
  );
}

function emptyValues(): NewSchemaValues {
  return { name: '', urn: '', endpoint: '', attribute: { ...emptyAttribute(), name: '' } };
}

function toSchema({ name, urn, attribute }: NewSchemaValues): SchemaDocument {
  return {
    id: urn.trim(),
    name: name.trim(),
    description: '',
    attributes: [tidyAttribute(attribute)],
  };
}
