// What to check and by which yardstick, before a run.
import { useState } from 'react';
import { ListChecks } from 'lucide-react';
import type { CheckRun, CheckTarget } from '../../../shared/admin/check-run.ts';
import type { CheckPreset } from '../../../shared/checker/report.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTargets } from '../compose/use-targets.ts';
import { PRESET_NAMES } from './check-model.ts';
import { readUrl } from './read-url.ts';
import { SectionChoice } from './section-choice.tsx';
import { useStartRun } from './use-check-runs.ts';

const TARGETS = [
  { value: 'tenant', label: 'This tenant' },
  { value: 'url', label: 'Another SCIM server' },
] as const;
const PRESETS = (['rfc', 'entra'] as const).map((value) => ({ value, label: PRESET_NAMES[value] }));

const PRESET_HINTS: Readonly<Record<CheckPreset, string>> = {
  rfc: 'A failed MUST check means that the server does not conform.',
  entra: 'What the Entra provisioning service needs decides as well.',
};

interface NewRunProps {
  /** The run before, whose target and yardstick the form begins with. */
  readonly last: CheckRun | undefined;
  readonly onStarted: (id: string) => void;
}

export function NewRun({ last, onStarted }: NewRunProps) {
  const form = useRunForm(last);
  const start = useStartRun(onStarted);

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    const order = form.read();
    if (order !== undefined) start.mutate(order);
  }

  return (
    <form
      noValidate
      onSubmit={submit}
      aria-labelledby="new-run"
      className="mx-auto my-8 flex w-full max-w-xl flex-col gap-4 px-4"
    >
      <Introduction />
      <div>
        <SegmentedControl
          label="What to check"
          options={TARGETS}
          value={form.kind}
          onChange={form.setKind}
        />
      </div>
      {form.kind === 'url' && <TargetFields form={form} />}
      <SelectField
        label="Measured by"
        options={PRESETS}
        value={form.preset}
        onChange={form.setPreset}
        hint={PRESET_HINTS[form.preset]}
      />
      <SectionChoice chosen={form.only} onChange={form.setOnly} />
      {start.isError && (
        <p role="alert" className="text-bad">
          {describeError(start.error)}
        </p>
      )}
      <div>
        <Button type="submit" variant="primary" isDisabled={start.isPending}>
          Run the checks
        </Button>
      </div>
    </form>
  );
}

function Introduction() {
  return (
    <div className="flex items-start gap-3">
      <span className="flex size-10 shrink-0 items-center justify-center rounded-lg border border-line bg-surface-2 text-ink-2">
        <ListChecks aria-hidden className="size-5" strokeWidth={1.5} />
      </span>
      <div>
        <h2 id="new-run" className="text-lg font-semibold">
          Check a SCIM server
        </h2>
        <p className="text-ink-2">
          Sends real requests and says, for each claim of the RFCs, whether it holds. It creates
          users and groups whose names begin with “check-”, and deletes them again.
        </p>
      </div>
    </div>
  );
}

function TargetFields({ form }: { readonly form: ReturnType<typeof useRunForm> }) {
  return (
    <>
      <TextField
        label="SCIM base URL"
        placeholder="https://scim.example.com/v2"
        isMono
        value={form.url}
        onChange={form.setUrl}
        error={form.problems.url}
      />
      <TextField
        label="Bearer token"
        type="password"
        hint="Used for this run and not kept."
        isMono
        value={form.token}
        onChange={form.setToken}
        error={form.problems.token}
      />
    </>
  );
}

/** The token is no part of what is remembered. */
function useRunForm(last: CheckRun | undefined) {
  const tenant = useTenantSlug();
  const isOwn = useTargets().some((own) => own.url === last?.target);
  const before = isOwn ? undefined : last?.target;
  const [kind, setKind] = useState<'tenant' | 'url'>(before === undefined ? 'tenant' : 'url');
  const [url, setUrl] = useState(before ?? '');
  const [token, setToken] = useState('');
  const [preset, setPreset] = useState<CheckPreset>(last?.preset ?? 'rfc');
  const [only, setOnly] = useState<readonly string[]>([]);
  const [isRead, setIsRead] = useState(false);
  const target: CheckTarget = kind === 'tenant' ? { tenant } : { url: url.trim(), token };
  const problems = isRead && kind === 'url' ? findProblems(url, token) : {};

  function read() {
    setIsRead(true);
    const found = kind === 'url' ? findProblems(url, token) : {};
    return (found.url ?? found.token) ? undefined : { target, preset, only };
  }

  return {
    kind,
    setKind,
    url,
    setUrl,
    token,
    setToken,
    preset,
    setPreset,
    only,
    setOnly,
    problems,
    read,
  };
}

interface Problems {
  readonly url?: string;
  readonly token?: string;
}

function findProblems(url: string, token: string): Problems {
  return {
    ...(readUrl(url) === undefined && {
      url: 'Enter an address that begins with http:// or https://.',
    }),
    ...(token === '' && { token: 'Enter the token that the server expects.' }),
  };
}
