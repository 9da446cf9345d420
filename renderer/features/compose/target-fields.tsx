// Where a request goes: one of our tenants, or any URL with its token.
import type { ComposeTarget } from '../../../shared/admin/compose.ts';
import { isLoopback } from '../../../shared/compose/is-loopback.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTargets } from './use-targets.ts';

interface TargetFieldsProps {
  readonly target: ComposeTarget;
  readonly onChange: (target: ComposeTarget) => void;
}

const ELSEWHERE = 'url ';

export function TargetFields({ target, onChange }: TargetFieldsProps) {
  const targets = useTargets();
  const fallback = useTenantSlug();
  const slug = target.kind === 'tenant' ? target.tenant : fallback;
  const options = [
    ...targets.map((tenant) => ({ value: tenant.slug, label: tenant.name })),
    { value: ELSEWHERE, label: 'Another URL' },
  ];
  function choose(value: string): void {
    if (value === ELSEWHERE) onChange({ kind: 'url', baseUrl: 'http://127.0.0.1:', token: null });
    else onChange({ kind: 'tenant', tenant: value });
  }
  return (
    <div className="flex flex-col gap-2">
      <div className="grid grid-cols-[minmax(0,4fr)_minmax(0,6fr)_minmax(0,3fr)] items-start gap-2">
        <SelectField
          label="Target"
          options={options}
          value={target.kind === 'tenant' ? slug : ELSEWHERE}
          onChange={choose}
        />
        {target.kind === 'tenant' ? (
          <TenantFacts url={targets.find((one) => one.slug === slug)?.url} />
        ) : (
          <UrlFields target={target} onChange={onChange} />
        )}
      </div>
      {target.kind === 'url' && isElsewhere(target.baseUrl) && (
        <p className="text-sm text-warn">
          This host is not this machine. You are asked before anything is sent to it.
        </p>
      )}
    </div>
  );
}

export function isElsewhere(baseUrl: string): boolean {
  return /^https?:\/\/[^/]/i.test(baseUrl) && !isLoopback(baseUrl);
}

function TenantFacts({ url }: { readonly url: string | undefined }) {
  return (
    <dl className="col-span-2 flex flex-col gap-1">
      <dt className="text-sm font-medium text-ink-2">Tenant URL</dt>
      <dd className="flex min-h-7 items-center gap-2">
        <span className="truncate font-mono text-sm">
          {url ?? 'There is no such tenant any more'}
        </span>
        <span className="shrink-0 text-sm text-ink-3">with its own token</span>
      </dd>
    </dl>
  );
}

interface UrlFieldsProps {
  readonly target: Extract<ComposeTarget, { kind: 'url' }>;
  readonly onChange: (target: ComposeTarget) => void;
}

function UrlFields({ target, onChange }: UrlFieldsProps) {
  const isUrl = /^https?:\/\/[^\s/]+/i.test(target.baseUrl);
  return (
    <>
      <TextField
        label="Base URL"
        isMono
        value={target.baseUrl}
        onChange={(baseUrl) => onChange({ ...target, baseUrl })}
        error={isUrl ? undefined : 'Begin with http:// or https://'}
      />
      <TextField
        label="Token"
        isMono
        type="password"
        autoComplete="off"
        placeholder="None"
        value={target.token ?? ''}
        onChange={(token) => onChange({ ...target, token: token === '' ? null : token })}
      />
    </>
  );
}
