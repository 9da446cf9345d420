// What a SCIM client is answered for this resource, under the tenant's own profile, with `attributes` or
// `excludedAttributes` as one likes. @see RFC 7644 §3.9
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { JsonView } from '../../ui/json-view.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { idOf } from './read-resource.ts';
import { refusalText } from './refusal-text.ts';
import { useIsDeleting } from './use-resource.ts';
import { useTypeSchema } from './use-type-schema.ts';

interface ReturnedTabProps {
  readonly resourceType: string;
  readonly stored: StoredResource;
}

const MODES = [
  { value: 'all', label: 'By default' },
  { value: 'attributes', label: 'Only' },
  { value: 'excludedAttributes', label: 'Without' },
] as const;

type Mode = (typeof MODES)[number]['value'];

export function ReturnedTab({ resourceType, stored }: ReturnedTabProps) {
  const tenant = useTenantSlug();
  const schema = useTypeSchema(resourceType);
  const [mode, setMode] = useState<Mode>('all');
  const [text, setText] = useState('');
  const id = idOf(stored.resource);
  const paths = useDeferredValue(text.trim());
  const query = mode === 'all' || paths === '' ? {} : { [mode]: paths };
  const isDeleting = useIsDeleting();
  const returned = useQuery({
    enabled: !isDeleting,
    queryKey: queryKeys.resources(tenant, resourceType, 'returned', id, query),
    queryFn: ({ signal }) =>
      callAdmin('readReturned', { params: { tenant, resourceType, id }, query }, signal),
    placeholderData: keepPreviousData,
  });
  const search = new URLSearchParams(query).toString();
  const line = `GET ${schema?.endpoint ?? ''}/${id}${search === '' ? '' : `?${search}`}`;
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <div className="flex">
        <SegmentedControl
          label="Attributes to return"
          options={MODES}
          value={mode}
          onChange={setMode}
        />
      </div>
      {mode !== 'all' && (
        <>
          <TextField
            label={mode}
            isMono
            placeholder="userName, name.givenName"
            hint="Attribute paths with commas between them."
            value={text}
            onChange={setText}
          />
          <Toggles names={Object.keys(stored.resource)} text={text} onChange={setText} />
        </>
      )}
      <p className="flex items-center gap-1 font-mono text-sm text-ink-2">
        <span className="min-w-0 wrap-anywhere">{line}</span>
        <CopyButton what="request line" text={line} />
      </p>
      {returned.error !== null && (
        <p role="alert" className="text-bad">
          {refusalText(returned.error)}
        </p>
      )}
      {returned.data === undefined ? (
        returned.error === null && <Skeleton label="Loading the answer" lines={6} />
      ) : (
        <JsonView label="Answer to a client" value={returned.data.body} />
      )}
    </div>
  );
}

interface TogglesProps {
  readonly names: readonly string[];
  readonly text: string;
  readonly onChange: (text: string) => void;
}

/** The attributes that the resource has, to add and take away with one press. */
function Toggles({ names, text, onChange }: TogglesProps) {
  const chosen = text
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '');
  function toggle(name: string): void {
    const others = chosen.filter((path) => path !== name);
    onChange((others.length === chosen.length ? [...chosen, name] : others).join(', '));
  }
  return (
    <div role="group" aria-label="Attributes of the resource" className="flex flex-wrap gap-1.5">
      {names.map((name) => (
        <button
          key={name}
          type="button"
          aria-pressed={chosen.includes(name)}
          onClick={() => toggle(name)}
          className="min-h-6 rounded border border-line-strong px-1.5 font-mono text-xs text-ink-2 hover:bg-surface-2 aria-pressed:border-transparent aria-pressed:bg-accent-soft aria-pressed:text-accent"
        >
          {name}
        </button>
      ))}
    </div>
  );
}
