// The form of Connectivity: target, credentials, notification; Test Connection tries what it holds, saved or not.
import { Link } from '@tanstack/react-router';
import { CircleAlert, PlugZap, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Tenant } from '../../../shared/admin/tenant.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { formatCount } from '../../ui/format.ts';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { Panel } from '../provisioning/panel.tsx';
import {
  judgeDraft,
  leadsElsewhere,
  openDraft,
  type ConnectionDraft,
  type DraftProps,
} from './connection-draft.ts';
import { CredentialFields } from './credential-fields.tsx';
import { useKeptDraft } from './kept-drafts.ts';
import { TargetFields } from './target-fields.tsx';
import { TestOutcome } from './test-outcome.tsx';
import { useConnectionCount, useConnectionSave, useConnectivityTest } from './use-connectivity.ts';

interface ConnectionFormProps {
  readonly job: JobDetails;
  readonly tenants: readonly Tenant[];
  readonly tenantOnScreen: string;
  readonly scimOrigin: string;
}

export function ConnectionForm({ job, tenants, tenantOnScreen, scimOrigin }: ConnectionFormProps) {
  const form = useDraft(job, tenantOnScreen);
  const { draft, problems, onChange } = form;
  const test = useConnectivityTest(job);
  const save = useConnectionSave(job, form.reset);
  const fields = { draft, problems, onChange };

  function submit(event: React.FormEvent): void {
    event.preventDefault();
    if (form.check()) save.mutate(draft);
  }

  return (
    <form noValidate onSubmit={submit} className="flex min-h-0 flex-1 flex-col bg-surface-0">
      <div className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-3xl flex-col gap-4 p-4 sm:p-6">
          <Panel
            title="Admin credentials"
            hint="Where the provisioning service sends its requests."
          >
            <div className="flex flex-col gap-4">
              <TargetFields
                {...fields}
                tenants={tenants}
                scimOrigin={scimOrigin}
                setDraft={form.set}
              />
              <CredentialFields {...fields} job={job} scimOrigin={scimOrigin} />
              <div>
                <Button
                  isPending={test.isPending}
                  onPress={() => form.check() && test.mutate(draft)}
                >
                  <PlugZap aria-hidden className="size-3.5" />
                  Test Connection
                </Button>
              </div>
              <TestOutcome test={test} />
            </div>
          </Panel>
          <NotificationPanel {...fields} />
          <FormerConnections job={job} draft={draft} />
        </div>
      </div>
      <SaveBar
        job={job}
        isChanged={form.isChanged}
        isPending={save.isPending}
        error={save.error}
        onDiscard={form.reset}
      />
    </form>
  );
}

interface SaveBarProps {
  readonly job: JobDetails;
  readonly isChanged: boolean;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly onDiscard: () => void;
}

/** Always in view, with how the form stands and, once it is saved, where to go from here. */
function SaveBar({ job, isChanged, isPending, error, onDiscard }: SaveBarProps) {
  return (
    <div className="shrink-0 border-t border-line bg-surface-1">
      <div className="mx-auto flex max-w-3xl flex-col gap-2 px-4 py-2.5 sm:px-6">
        {error !== null && (
          <p role="alert" className="flex items-start gap-2 text-bad">
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {error.message}
          </p>
        )}
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Button type="submit" variant="primary" isPending={isPending}>
            Save
          </Button>
          <Button isDisabled={!isChanged} onPress={onDiscard}>
            Discard
          </Button>
          <p className="ml-1 min-w-0 flex-1 text-ink-2">
            <HowItStands job={job} isChanged={isChanged} />
          </p>
        </div>
      </div>
    </div>
  );
}

function HowItStands({ job, isChanged }: Pick<SaveBarProps, 'job' | 'isChanged'>) {
  if (isChanged) return 'Not saved yet';
  const { code } = job.status;
  if (code === 'NotConfigured') return 'Nothing is saved yet. Test the connection, then save.';
  if (code !== 'NotRun') return 'Saved';
  return (
    <>
      Saved. Next:{' '}
      <Link to="/entra/users-and-groups" className="text-accent underline underline-offset-2">
        assign users and groups
      </Link>
    </>
  );
}

/** Another target does not know the ids of the one before. */
function FormerConnections({
  job,
  draft,
}: Pick<DraftProps, 'draft'> & { readonly job: JobDetails }) {
  const count = useConnectionCount(job.applicationId) ?? 0;
  if (count === 0 || job.target === null || !leadsElsewhere(job.target, draft)) return null;
  return (
    <p className="flex items-start gap-2 rounded-md bg-warn-soft px-3 py-2">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warn" />
      <span>
        The job has {formatCount(count, 'connection')} to objects of the former target. After
        saving, restart provisioning in full, so that every user and group is matched anew.
      </span>
    </p>
  );
}

function NotificationPanel({ draft, problems, onChange }: DraftProps) {
  return (
    <Panel title="Notification">
      <div className="flex flex-col gap-3">
        <TextField
          label="Notification Email"
          hint="Mails of the provisioning service are kept in the mailbox of the application, and sent where a mail server is configured."
          placeholder="admin@contoso.example"
          value={draft.recipients}
          onChange={(recipients) => onChange({ recipients })}
          error={problems.recipients}
        />
        <CheckBox isSelected={draft.notifies} onChange={(notifies) => onChange({ notifies })}>
          Send an email notification when a failure occurs
        </CheckBox>
      </div>
    </Panel>
  );
}

function useDraft(job: JobDetails, tenantOnScreen: string) {
  const { kept: changed, keep } = useKeptDraft(job.applicationId);
  const [isTried, setIsTried] = useState(false);
  const draft = changed ?? openDraft(job, tenantOnScreen);
  const problems = judgeDraft(draft, job);

  return {
    draft,
    problems: isTried ? problems : {},
    isChanged: changed !== undefined,
    set: keep,
    onChange: (change: Partial<ConnectionDraft>) => keep({ ...draft, ...change }),
    /** Whether it can be used; from now on it says what is wrong. */
    check(): boolean {
      setIsTried(true);
      const isGood = Object.keys(problems).length === 0;
      if (!isGood) toast({ tone: 'bad', message: 'Something is missing: see the marked fields.' });
      return isGood;
    },
    reset: (): void => {
      keep(undefined);
      setIsTried(false);
    },
  };
}
