// The schemas: a list of them, and the attributes of the one on show; with a text, every attribute that has it.
import { getRouteApi, Link } from '@tanstack/react-router';
import { SearchX } from 'lucide-react';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import type { OnDraft } from './draft.ts';
import { findAttributes, type KnownSchema } from './read-documents.ts';
import { SchemaSection } from './schema-section.tsx';

const route = getRouteApi('/schema');

interface SchemasTabProps {
  readonly schemas: readonly KnownSchema[];
  readonly onDraft: OnDraft;
}

export function SchemasTab({ schemas, onDraft }: SchemasTabProps) {
  const { schema: urn, text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const shown = schemas.find(({ schema }) => schema.id === urn) ?? schemas[0];
  const sections =
    text.trim() === ''
      ? schemas.filter((one) => one === shown)
      : schemas.filter(({ schema }) => findAttributes(schema, text).length > 0);
  return (
    <div className="@container flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center border-b border-line px-4 py-2">
        <SearchField
          label="Search attributes"
          placeholder="Search attributes by name or description"
          value={text}
          onChange={(next) =>
            void navigate({ search: (search) => ({ ...search, text: next }), replace: true })
          }
        />
      </div>
      <div className="flex min-h-0 flex-1 flex-col @min-[48rem]:flex-row">
        <SchemaNav schemas={schemas} shown={text.trim() === '' ? shown : undefined} />
        <div className="min-h-0 min-w-0 flex-1 overflow-y-auto px-4 py-3">
          {sections.length === 0 && (
            <EmptyState icon={SearchX} title="No attribute matches">
              No schema of the tenant has an attribute with &quot;{text}&quot; in its name or
              description.
            </EmptyState>
          )}
          {sections.map((known) => (
            <SchemaSection key={known.schema.id} known={known} text={text} onDraft={onDraft} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface SchemaNavProps {
  readonly schemas: readonly KnownSchema[];
  readonly shown: KnownSchema | undefined;
}

function SchemaNav({ schemas, shown }: SchemaNavProps) {
  return (
    <nav
      aria-label="Schemas"
      className="flex max-h-40 shrink-0 flex-wrap gap-0.5 overflow-y-auto border-b border-line p-2 @min-[48rem]:max-h-none @min-[48rem]:w-56 @min-[48rem]:flex-col @min-[48rem]:flex-nowrap @min-[48rem]:border-r @min-[48rem]:border-b-0"
    >
      {schemas.map((known) => (
        <Link
          key={known.schema.id}
          to="/schema"
          search={{ tab: 'schemas', schema: known.schema.id }}
          aria-current={known === shown ? 'true' : undefined}
          className={cx(
            'rounded-md px-2 py-1.5 hover:bg-surface-2',
            known === shown && 'bg-surface-3 font-medium',
          )}
        >
          <span className="flex items-center gap-1.5">
            <span className="truncate">{nameOf(known)}</span>
            {!known.isBuiltIn && <Badge tone="accent">Own</Badge>}
          </span>
          <span className="hidden truncate text-sm text-ink-3 @min-[48rem]:block">
            {known.usedBy.length === 0 ? 'Not in use' : `Of ${known.usedBy.join(', ')}`}
          </span>
        </Link>
      ))}
    </nav>
  );
}

function nameOf({ schema }: KnownSchema): string {
  return schema.name === '' ? schema.id : schema.name;
}
