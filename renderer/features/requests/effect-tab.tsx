// What a request did to the stored resources: attribute by attribute, or the whole document before and after.
import { Equal } from 'lucide-react';
import { useState } from 'react';
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { ChangeTable } from '../../ui/change-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';

const FORMS = [
  { value: 'attributes', label: 'Attributes' },
  { value: 'json', label: 'JSON' },
] as const;

export function EffectTab({ effects }: { readonly effects: readonly Effect[] }) {
  if (effects.length === 0) {
    return (
      <EmptyState icon={Equal} title="No change">
        <p>This request only read, or was refused. Nothing stored was touched.</p>
      </EmptyState>
    );
  }
  return (
    <div className="divide-y divide-line">
      {effects.map((effect) => (
        <EffectSection key={`${effect.resourceType} ${effect.resourceId}`} effect={effect} />
      ))}
    </div>
  );
}

const ACTIONS = {
  created: 'Created',
  updated: 'Updated',
  deleted: 'Deleted',
  unchanged: 'Unchanged:',
} as const;

function EffectSection({ effect }: { readonly effect: Effect }) {
  const [form, setForm] = useState<'attributes' | 'json'>('attributes');
  const name = `${effect.resourceType.toLowerCase()} ${effect.resourceName ?? effect.resourceId}`;
  return (
    <Section
      title={`${ACTIONS[effect.action]} ${name}`}
      actions={
        effect.action !== 'unchanged' && (
          <SegmentedControl
            label={`Form of the change to ${name}`}
            options={FORMS}
            value={form}
            onChange={setForm}
          />
        )
      }
    >
      {effect.action === 'unchanged' ? (
        <p className="text-ink-2">
          No change. The request was accepted, but the resource already was as asked.
        </p>
      ) : form === 'attributes' ? (
        <ChangeTable label={`Changes to ${name}`} changes={effect.changes} />
      ) : (
        <div className="flex flex-wrap gap-3">
          <Document title="Before" document={effect.before} />
          <Document title="After" document={effect.after} />
        </div>
      )}
    </Section>
  );
}

interface DocumentProps {
  readonly title: string;
  readonly document: JsonObject | null;
}

function Document({ title, document }: DocumentProps) {
  return (
    <div className="min-w-60 flex-1">
      <h4 className="mb-1 text-sm font-medium text-ink-3">{title}</h4>
      <div className="rounded-md border border-line bg-surface-0 px-3 py-2">
        {document === null ? (
          <p className="text-ink-3">Did not exist</p>
        ) : (
          <JsonView label={title} value={document} />
        )}
      </div>
    </div>
  );
}
