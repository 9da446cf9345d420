// All attributes of a resource by section, each with its SCIM path to copy.
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Badge } from '../../ui/badge.tsx';
import {
  attributeSections,
  type AttributeLine,
  type AttributeSection,
} from './attribute-sections.ts';
import { Instant } from './instant.tsx';
import { ResourceLink } from './resource-link.tsx';
import { ENTERPRISE_USER } from './scim-names.ts';

interface AttributesTabProps {
  readonly stored: StoredResource;
}

export function AttributesTab({ stored }: AttributesTabProps) {
  return (
    <div className="flex flex-col gap-4 px-4 py-3">
      {attributeSections(stored.resource).map((section) => (
        <Section key={section.urn ?? section.title} section={section} />
      ))}
    </div>
  );
}

function Section({ section }: { readonly section: AttributeSection }) {
  return (
    <section aria-label={section.title}>
      <h3 className="text-sm font-semibold text-ink-2">{section.title}</h3>
      {section.urn !== undefined && (
        <p className="font-mono text-xs wrap-anywhere text-ink-3">{section.urn}</p>
      )}
      <dl className="mt-1 border-t border-line">
        {section.lines.map((line, index) => (
          <Line key={`${line.path} ${index}`} line={line} />
        ))}
      </dl>
    </section>
  );
}

function Line({ line }: { readonly line: AttributeLine }) {
  return (
    <div className="group flex min-h-8 items-center gap-2 border-b border-line/60 hover:bg-surface-2">
      <dt className="w-[35%] shrink-0 truncate font-mono text-sm text-ink-2" title={line.path}>
        {line.label}
      </dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-0.5 py-1">
        <Value line={line} />
        {line.type !== '' && <Badge>{line.type}</Badge>}
        {line.isPrimary && <Badge tone="accent">primary</Badge>}
      </dd>
      <dd className="shrink-0 opacity-0 group-focus-within:opacity-100 group-hover:opacity-100">
        <CopyButton what={`path ${line.path}`} text={line.path} />
      </dd>
    </div>
  );
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
