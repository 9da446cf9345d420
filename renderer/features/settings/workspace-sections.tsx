// What is stored and where, what leaves this machine, and the way back to the defaults.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { useServing } from '../serving/use-serving.ts';
import { DeleteDataDialog } from './delete-data-dialog.tsx';
import { FolderRows } from './folder-rows.tsx';
import { DiagnosticsDialog } from './diagnostics-dialog.tsx';

export function PrivacySection() {
  const [open, setOpen] = useState<'diagnostics' | 'delete' | null>(null);
  const name = useWorkspaceFacts()?.name;
  return (
    <div className="flex flex-col gap-3 py-3">
      <ul className="max-w-prose list-disc space-y-1 pl-5 text-ink-2">
        <li>
          No telemetry, no account, no remote fonts or scripts. This page talks to its own server
          only.
        </li>
        <li>
          Requests, users and groups stay in the workspace folder below. Secrets in headers, queries
          and bodies are masked before a request is written to the log.
        </li>
        <li>
          The network is used for what you start yourself: a tunnel, a check of another server, a
          request to an address that you type; and for the check for updates, which can be switched
          off.
        </li>
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setOpen('diagnostics')}>Diagnostics…</Button>
        <Button variant="danger" isDisabled={name === undefined} onPress={() => setOpen('delete')}>
          Delete all data…
        </Button>
      </div>
      {open === 'diagnostics' && <DiagnosticsDialog onClose={() => setOpen(null)} />}
      {open === 'delete' && name !== undefined && (
        <DeleteDataDialog name={name} onClose={() => setOpen(null)} />
      )}
    </div>
  );
}

function useWorkspaceFacts() {
  return useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => callAdmin('getWorkspaceFacts', {}, signal),
  }).data;
}

interface WorkspaceSectionProps {
  /** How many settings differ from their defaults. */
  readonly changed: number;
  readonly onReset: () => void;
}

export function WorkspaceSection({ changed, onReset }: WorkspaceSectionProps) {
  const [isAsking, setIsAsking] = useState(false);
  const facts = useWorkspaceFacts();
  const disk = useServing()?.disk ?? null;
  return (
    <div className="flex max-w-prose flex-col gap-3 py-3 text-ink-2">
      {facts !== undefined && (
        <dl className="grid grid-cols-[8rem_1fr] items-baseline gap-y-1">
          <FolderRows dataDir={facts.dataDir} />
          <dt>Database</dt>
          <dd className="text-ink-1 tabular-nums">
            {formatBytes(facts.databaseBytes)}, {formatBytes(facts.gapBytes)} of it empty
          </dd>
          {disk !== null && (
            <>
              <dt>Disk</dt>
              <dd className="text-ink-1 tabular-nums">{formatBytes(disk.freeBytes)} free</dd>
            </>
          )}
          <dt>Snapshots</dt>
          <dd className="text-ink-1 tabular-nums">
            {formatBytes(facts.snapshotBytes)}{' '}
            <Link to="/snapshots" className="text-accent underline">
              Show them
            </Link>
          </dd>
        </dl>
      )}
      <p>
        What was deleted leaves gaps in the database, which new data fills. To compact writes the
        file anew without them. Meanwhile SCIM clients wait for their answers:{' '}
        {facts === undefined ? 'about a second for each 100 MB' : describeWait(facts.databaseBytes)}
        , more on a slow or busy disk.
      </p>
      <div className="flex flex-wrap gap-2">
        <CompactButton />
        <Button isDisabled={changed === 0} onPress={() => setIsAsking(true)}>
          Reset all settings
        </Button>
      </div>
      <ConfirmDialog
        title="Reset all settings?"
        isOpen={isAsking}
        confirmLabel="Reset them"
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          onReset();
        }}
      >
        {formatCount(changed, 'setting')} get back their defaults. Tenants, users, groups and the
        request log are not touched.
      </ConfirmDialog>
    </div>
  );
}

/** Of a second for each 100 MB, as measured on a quiet machine. */
function describeWait(bytes: number): string {
  const seconds = Math.ceil(bytes / 100_000_000);
  return seconds <= 1 ? 'about a second' : `about ${formatCount(seconds, 'second')}`;
}

function CompactButton() {
  const queryClient = useQueryClient();
  const compact = useMutation({
    mutationFn: () => callAdmin('compactWorkspace', {}),
    onSuccess({ bytesBefore, bytesAfter }) {
      const sizes = `${formatBytes(bytesBefore)} before, ${formatBytes(bytesAfter)} now`;
      toast({ tone: 'good', message: `The workspace was compacted: ${sizes}` });
      void queryClient.invalidateQueries({ queryKey: ['workspace'] });
    },
    onError: (error) =>
      toast({ tone: 'bad', message: `The workspace was not compacted. ${describeError(error)}` }),
  });
  return (
    <Button isPending={compact.isPending} onPress={() => compact.mutate()}>
      {compact.isPending ? 'Compacting…' : 'Compact now'}
    </Button>
  );
}
