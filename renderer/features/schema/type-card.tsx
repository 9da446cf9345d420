// One resource type: where it is served, what it is made of, and how many there are of it.
import { Link } from '@tanstack/react-router';
import { Trash2, TriangleAlert, X } from 'lucide-react';
import { warnOfResourceType } from '../../../shared/scim/entra-schema-warnings.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import type { OnDraft } from './draft.ts';
import { NO_CHANGE, withExtension, withoutExtension } from './edit-schema.ts';
import type { KnownSchema, KnownType } from './read-documents.ts';

interface TypeCardProps {
  readonly known: KnownType;
  readonly schemas: readonly KnownSchema[];
  readonly onDraft: OnDraft;
}

export function TypeCard({ known, schemas, onDraft }: TypeCardProps) {
  const { type, isBuiltIn, resources } = known;
  return (
    <section
      aria-label={type.name}
      className="rounded-lg border border-line bg-surface-1 px-5 pt-3 pb-4 shadow-xs"
    >
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="text-lg font-semibold">{type.name}</h2>
        {!isBuiltIn && <Badge tone="accent">Own</Badge>}
        <code className="font-mono text-sm text-ink-3">{type.endpoint}</code>
        <span className="flex-1" />
        <TypeLink name={type.name} text={formatCount(resources, 'resource')} />
        {!isBuiltIn && (
          <IconButton
            icon={Trash2}
            label={`Delete ${type.name}`}
            onPress={() =>
              onDraft({
                kind: 'apply',
                title: `Delete the resource type "${type.name}"?`,
                change: { ...NO_CHANGE, deleteResourceTypes: [type.name] },
              })
            }
          />
        )}
      </div>
      {type.description !== '' && <p className="text-ink-2">{type.description}</p>}
      <EntraWarnings known={known} />
      <dl className="mt-3 grid grid-cols-[6.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <dt className="text-ink-3">Core schema</dt>
        <dd>
          <SchemaLink urn={type.schema} />
        </dd>
        <dt className="text-ink-3">Extensions</dt>
        <dd className="flex flex-col items-start gap-1">
          {type.schemaExtensions.length === 0 && <span className="text-ink-3">None</span>}
          {type.schemaExtensions.map((extension) => (
            <Extension
              key={extension.schema}
              {...extension}
              known={known}
              schemas={schemas}
              onDraft={onDraft}
            />
          ))}
          <AddExtension known={known} schemas={schemas} onDraft={onDraft} />
        </dd>
      </dl>
    </section>
  );
}

interface ExtensionProps extends TypeCardProps {
  readonly schema: string;
  readonly required: boolean;
}

/** One that is the tenant's own can be taken out. */
function Extension({ schema: urn, required, known, schemas, onDraft }: ExtensionProps) {
  const isOwn = schemas.some(({ schema, isBuiltIn }) => schema.id === urn && !isBuiltIn);
  return (
    <span className="flex items-center gap-1">
      <SchemaLink urn={urn} />
      {required && <Badge>Required</Badge>}
      {isOwn && (
        <IconButton
          icon={X}
          label={`Take ${urn} out of ${known.type.name}`}
          onPress={() =>
            onDraft({
              kind: 'apply',
              title: `Take the extension out of ${known.type.name}?`,
              change: { ...NO_CHANGE, put: [withoutExtension(known, urn)] },
            })
          }
        />
      )}
    </span>
  );
}

/** The tenant's own schemas that the type does not have yet, and a new one. */
function AddExtension({ known, schemas, onDraft }: TypeCardProps) {
  const { type } = known;
  const taken = new Set([type.schema, ...type.schemaExtensions.map(({ schema }) => schema)]);
  const free = schemas.filter(({ schema, isBuiltIn }) => !isBuiltIn && !taken.has(schema.id));
  return (
    <MenuButton
      label="Add extension"
      actions={[
        ...free.map(({ schema }) => ({
          id: schema.id,
          label: schema.name === '' ? schema.id : schema.name,
          onAction: () =>
            onDraft({
              kind: 'apply',
              title: `Add "${schema.name}" to ${type.name}?`,
              change: { ...NO_CHANGE, put: [withExtension(known, schema.id)] },
            }),
        })),
        {
          id: 'new',
          label: 'New extension…',
          onAction: () => onDraft({ kind: 'new-extension', base: type.name }),
        },
      ]}
    />
  );
}

function SchemaLink({ urn }: { readonly urn: string }) {
  return (
    <Link
      to="/schema"
      search={{ tab: 'schemas', schema: urn }}
      className="font-mono text-sm wrap-anywhere text-accent hover:underline"
    >
      {urn}
    </Link>
  );
}

function TypeLink({ name, text }: { readonly name: string; readonly text: string }) {
  const className = 'font-medium text-accent hover:underline';
  if (name === 'User') {
    return (
      <Link to="/users" className={className}>
        {text}
      </Link>
    );
  }
  if (name === 'Group') {
    return (
      <Link to="/groups" className={className}>
        {text}
      </Link>
    );
  }
  return (
    <Link to="/types/$type" params={{ type: name }} className={className}>
      {text}
    </Link>
  );
}

function EntraWarnings({ known }: { readonly known: KnownType }) {
  return warnOfResourceType(known.document).map(({ message }) => (
    <p key={message} className="mt-1 flex gap-2 text-ink-2">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      {message}
    </p>
  ));
}
