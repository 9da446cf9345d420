// All attributes of a resource by section, typed by the tenant's schema: each with its SCIM path to copy and the change
// that set it last. What no schema knows is flagged.
import { TriangleAlert } from 'lucide-react';
import type { AttributeBlame } from '../../../shared/admin/resource-tools.ts';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatDateTime } from '../../ui/format.ts';
import {
  attributeSections,
  type AttributeLine,
  type AttributeSection,
} from './attribute-sections.ts';
import { ChangeLink } from './change-link.tsx';
import { Instant } from './instant.tsx';
import { idOf } from './read-resource.ts';
import { ResourceLink } from './resource-link.tsx';
import { type AttributeInfo, findAttribute, type TypeSchema } from './schema-model.ts';
import { ENTERPRISE_USER } from './scim-names.ts';
import { type FindBlame, useBlame } from './use-blame.ts';
import { useTypeSchema } from './use-type-schema.ts';

interface AttributesTabProps {
  readonly resourceType: string;
  readonly stored: StoredResource;
}

export function AttributesTab({ resourceType, stored }: AttributesTabProps) {
  const schema = useTypeSchema(resourceType);
  const findBlame = useBlame(resourceType, idOf(stored.resource));
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      {attributeSections(stored.resource).map((section) => (
        <Section
          key={section.urn ?? section.title}
          section={section}
          schema={schema}
          findBlame={findBlame}
        />
      ))}
    </div>
  );
}

interface SectionProps {
  readonly section: AttributeSection;
  readonly schema: TypeSchema | undefined;
  readonly findBlame: FindBlame;
}

function Section({ section, schema, findBlame }: SectionProps) {
  return (
    <section aria-label={section.title}>
      <div className="flex items-baseline justify-between gap-3">
        <h3 className="text-sm font-semibold text-ink-2">{section.title}</h3>
        <span className="pr-8 text-xs text-ink-3">Set by</span>
      </div>
      {section.urn !== undefined && (
        <p className="font-mono text-xs wrap-anywhere text-ink-3">{section.urn}</p>
      )}
      <dl className="mt-1 border-t border-line">
        {section.lines.map((line, index) => (
          <Line
            key={`${line.path} ${index}`}
            line={line}
            info={schema && findAttribute(schema, line.attribute)}
            isUnknown={schema !== undefined && isUnknown(schema, line.attribute)}
            blame={findBlame(blamePath(line), line.element)}
          />
        ))}
      </dl>
    </section>
  );
}

/** The history tells multi-valued attributes as a whole. */
function blamePath({ attribute, element }: AttributeLine): string {
  if (element === null) return attribute;
  const colon = attribute.lastIndexOf(':');
  const dot = attribute.indexOf('.', colon + 1);
  return dot < 0 ? attribute : attribute.slice(0, dot);
}

const DERIVED = /^(schemas|meta\.|id$)|\.\$ref$/;

function isUnknown(schema: TypeSchema, attribute: string): boolean {
  return !DERIVED.test(attribute) && findAttribute(schema, attribute) === undefined;
}

interface LineProps {
  readonly line: AttributeLine;
  readonly info: AttributeInfo | undefined;
  readonly isUnknown: boolean;
  readonly blame: AttributeBlame | undefined;
}

function Line({ line, info, isUnknown: isStrange, blame }: LineProps) {
  return (
    <div
      className={cx(
        'group flex min-h-8 items-center gap-2 border-b border-line/60 hover:bg-surface-2',
        isStrange && 'bg-warn-soft',
      )}
    >
      <dt className="w-[34%] shrink-0 truncate" title={describe(line, info)}>
        <span className="font-mono text-sm text-ink-2">{line.label}</span>
        {info !== undefined && <span className="pl-1.5 text-xs text-ink-3">{info.type}</span>}
      </dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5 py-1">
        <Value line={line} />
        {line.type !== '' && <Badge>{line.type}</Badge>}
        {line.isPrimary && <Badge tone="accent">primary</Badge>}
        {isStrange && (
          <Badge tone="warn">
            <TriangleAlert aria-hidden className="size-3" />
            In no schema
          </Badge>
        )}
      </dd>
      <dd className="max-w-32 shrink-0 truncate text-sm" title={blame && describeBlame(blame)}>
        <ChangeLink origin={blame ?? null} />
      </dd>
      <dd className="shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
        <CopyButton what={`path ${line.path}`} text={line.path} />
      </dd>
    </div>
  );
}

function describe({ path }: AttributeLine, info: AttributeInfo | undefined): string {
  if (info === undefined) return path;
  const traits = [
    info.isMultiValued ? `several ${info.type}` : info.type,
    ...(info.isRequired ? ['required'] : []),
    ...(info.isReadOnly ? ['read-only'] : []),
  ];
  return `${path} (${traits.join(', ')})${info.description === '' ? '' : `\n${info.description}`}`;
}

function describeBlame({ version, at }: AttributeBlame): string {
  return `Version ${version}, ${formatDateTime(at)}`;
}

const MANAGER_ID = `${ENTERPRISE_USER}:manager.value`;

function Value({ line }: { readonly line: AttributeLine }) {
  if (line.path === 'meta.created' || line.path === 'meta.lastModified') {
    return <Instant at={String(line.value)} />;
  }
  if (line.path === MANAGER_ID) {
    return (
      <ResourceLink resourceType="User" id={String(line.value)}>
        {line.value}
      </ResourceLink>
    );
  }
  if (typeof line.value === 'string') {
    return <span className="min-w-0 wrap-anywhere select-text">{line.value}</span>;
  }
  return <span className="font-mono text-sm text-violet">{String(line.value)}</span>;
}
