// How scripts reach what this page does: the admin API with its key, and the command line.
import { readAdminKey } from '../../api/admin-key.ts';
import { useStatus } from '../../api/use-status.ts';
import { CopyButton } from '../../ui/copy-button.tsx';

export function ApiSection() {
  const url = useStatus().data?.adminUrl ?? location.origin;
  const curl = `curl -H "Authorization: Bearer $ADMIN_KEY" ${url}/api/status`;
  const serve = 'npm run serve -- --scim-port 0 --admin-port 0 --data-dir :memory: --json';
  return (
    <div className="flex max-w-prose flex-col gap-3 py-3 text-ink-2">
      <p>
        Everything this page does is a call of the admin API on this machine. It answers to whoever
        has the key of this start; the key is new at each start, and no other website can use it.
      </p>
      <div>
        <CopyButton
          what="Admin key"
          caption="Copy the key of this start"
          text={readAdminKey() ?? ''}
        />
      </div>
      <Snippet label="Ask for the status" text={curl} />
      <Snippet
        label="A server of its own for tests and scripts: one JSON line tells its addresses and key"
        text={serve}
      />
    </div>
  );
}

function Snippet({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p className="mb-1 text-sm font-medium">{label}</p>
      <div className="flex items-start gap-1 rounded-md bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 py-1 font-mono text-sm wrap-anywhere text-ink-1">
          {text}
        </code>
        <CopyButton what={label} text={text} />
      </div>
    </div>
  );
}
