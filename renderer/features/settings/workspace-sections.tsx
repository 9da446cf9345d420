// What is stored and where, what leaves this machine, and the way back to the defaults.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatBytes, formatCount } from '../../ui/format.ts';

export function PrivacySection() {
  return (
    <ul className="max-w-prose list-disc space-y-1 py-3 pl-5 text-ink-2">
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
        request to an address that you type.
      </li>
    </ul>
  );
}

interface WorkspaceSectionProps {
  /** How many settings differ from their defaults. */
  readonly changed: number;
  readonly onReset: () => void;
}

export function WorkspaceSection({ changed, onReset }: WorkspaceSectionProps) {
  const [isAsking, setIsAsking] = useState(false);
  const facts = useQuery({
    queryKey: ['workspace'],
    queryFn: ({ signal }) => callAdmin('getWorkspaceFacts', {}, signal),
  }).data;
  return (
    <div className="flex max-w-prose flex-col gap-3 py-3 text-ink-2">
      {facts !== undefined && (
        <dl className="grid grid-cols-[8rem_1fr] gap-y-1">
          <dt>Folder</dt>
          <dd className="font-mono text-sm wrap-anywhere text-ink-1">
            {facts.dataDir === ':memory:' ? 'None: in memory, gone at exit' : facts.dataDir}
          </dd>
          <dt>Database</dt>
          <dd className="text-ink-1 tabular-nums">{formatBytes(facts.databaseBytes)}</dd>
          <dt>Snapshots</dt>
          <dd className="text-ink-1 tabular-nums">
            {formatBytes(facts.snapshotBytes)}{' '}
            <Link to="/snapshots" className="text-accent underline">
              Show them
            </Link>
          </dd>
        </dl>
      )}
      <div>
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
