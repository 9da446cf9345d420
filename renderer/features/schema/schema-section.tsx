// One schema: its URN, what can be done with it, where Entra would stumble, and its attributes.
import { Plus, Trash2, TriangleAlert } from 'lucide-react';
import { useId } from 'react';
import { warnOfSchema } from '../../../shared/scim/entra-schema-warnings.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { AttributeTable } from './attribute-table.tsx';
import type { OnDraft } from './draft.ts';
import { emptyAttribute, NO_CHANGE, toSchemaJson } from './edit-schema.ts';
import { findAttributes, type KnownSchema } from './read-documents.ts';

interface SchemaSectionProps {
  readonly known: KnownSchema;
  readonly text: string;
  readonly onDraft: OnDraft;
}

export function SchemaSection({ known, text, onDraft }: SchemaSectionProps) {
  const id = useId();
  const { schema, isBuiltIn } = known;
  return (
    <section aria-labelledby={id} className="mb-6">
      <div className="flex flex-wrap items-center gap-2">
        <h2 id={id} className="text-lg font-semibold">
          {schema.name === '' ? schema.id : schema.name}
        </h2>
        <span className="flex-1" />
        {!isBuiltIn && <OwnActions known={known} onDraft={onDraft} />}
      </div>
      <p className="flex items-center gap-1 text-ink-3">
        <code className="min-w-0 font-mono text-sm wrap-anywhere">{schema.id}</code>
        <CopyButton what="URN" text={schema.id} />
      </p>
      {schema.description !== '' && <p className="text-ink-2">{schema.description}</p>}
      {!isBuiltIn && <EntraWarnings known={known} />}
      <div className="mt-2 overflow-x-auto">
        <AttributeTable
          schema={schema}
          attributes={findAttributes(schema, text)}
          isFound={text.trim() !== ''}
          onDraft={isBuiltIn ? undefined : onDraft}
        />
      </div>
    </section>
  );
}

function OwnActions({ known, onDraft }: Omit<SchemaSectionProps, 'text'>) {
  const { schema } = known;
  const text = JSON.stringify(toSchemaJson(schema), null, 2);
  return (
    <>
      <Button onPress={() => onDraft({ kind: 'import', text })}>Edit as JSON</Button>
      <Button
        onPress={() =>
          onDraft({
            kind: 'attribute',
            schema,
            place: {},
            attribute: { ...emptyAttribute(), name: '' },
          })
        }
      >
        <Plus aria-hidden className="size-3.5" />
        Add attribute
      </Button>
      <IconButton
        icon={Trash2}
        label={`Delete ${schema.name === '' ? schema.id : schema.name}`}
        onPress={() =>
          onDraft({
            kind: 'apply',
            title: `Delete the schema "${schema.name}"?`,
            change: { ...NO_CHANGE, deleteSchemas: [schema.id] },
          })
        }
      />
    </>
  );
}

function EntraWarnings({ known }: { readonly known: KnownSchema }) {
  const warnings = warnOfSchema(known.document, known.usedBy);
  if (warnings.length === 0) return null;
  return (
    <ul aria-label="Where Entra would stumble" className="mt-2 rounded-md bg-warn-soft px-3 py-2">
      {warnings.map(({ path, message }) => (
        <li key={`${path} ${message}`} className="flex gap-2">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
          <span className="min-w-0 wrap-anywhere">
            {path !== '' && <code className="font-mono text-sm">{path}: </code>}
            {message}
          </span>
        </li>
      ))}
    </ul>
  );
}
