// What a request did to the stored resources: attribute by attribute, or the whole document before and after.
import { Equal } from 'lucide-react';
import { create } from 'zustand';
import type { Effect } from '../../../shared/admin/request-log.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { ChangeTable } from '../../ui/change-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { TextDiff } from '../../ui/text-diff.tsx';

const FORMS = [
  { value: 'attributes', label: 'Attributes' },
  { value: 'side-by-side', label: 'Side by side' },
  { value: 'unified', label: 'Unified' },
] as const;

type Form = (typeof FORMS)[number]['value'];

/** Stays as chosen from one request to the next. */
const useForm = create<{ readonly form: Form }>(() => ({ form: 'attributes' }));

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
  const form = useForm((state) => state.form);
  const name = `${effect.resourceType.toLowerCase()} ${effect.resourceName ?? effect.resourceId}`;
  if (effect.action === 'unchanged') {
    return (
      <Section title={`${ACTIONS.unchanged} ${name}`}>
        <p className="text-ink-2">
          No change (idempotent). The request was accepted, but the resource already was as asked.
        </p>
      </Section>
    );
  }
  return (
    <Section
      title={`${ACTIONS[effect.action]} ${name}`}
      actions={
        <SegmentedControl
          label={`Form of the change to ${name}`}
          options={FORMS}
          value={form}
          onChange={(next) => useForm.setState({ form: next })}
        />
      }
    >
      {form === 'attributes' ? (
        <ChangeTable label={`Changes to ${name}`} changes={effect.changes} />
      ) : (
        <Documents effect={effect} form={form} />
      )}
    </Section>
  );
}

interface DocumentsProps {
  readonly effect: Effect;
  readonly form: 'side-by-side' | 'unified';
}

function Documents({ effect, form }: DocumentsProps) {
  const { before, after } = effect;
  if (before === null || after === null) {
    return (
      <>
        <p className="mb-2 text-ink-3">
          {before === null ? 'It did not exist before.' : 'It is gone.'}
        </p>
        <div className="rounded-md border border-line bg-surface-0 px-3 py-2">
          <JsonView label={before === null ? 'After' : 'Before'} value={after ?? before ?? {}} />
        </div>
      </>
    );
  }
  return (
    <TextDiff
      labels={['Before', 'After']}
      before={write(before)}
      after={write(after)}
      form={form}
    />
  );
}

function write(document: JsonObject): string {
  return JSON.stringify(document, null, 2);
}
