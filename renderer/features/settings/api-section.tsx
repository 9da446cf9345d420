// How scripts reach what this page does: the admin API with its key, and the command line.
import { Link } from '@tanstack/react-router';
import { useStatus } from '../../api/use-status.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { AdminKeyPanel } from './admin-key-panel.tsx';

export function ApiSection() {
  const url = useStatus().data?.adminUrl ?? location.origin;
  const curl = `curl -H "Authorization: Bearer $ADMIN_KEY" ${url}/api/status`;
  const admin = 'npm run --silent admin -- getStatus';
  const serve = 'npm run serve -- --scim-port 0 --admin-port 0 --data-dir :memory: --json';
  return (
    <div className="flex max-w-prose flex-col gap-3 py-3 text-ink-2">
      <p>
        Everything this page does is a call of the admin API on this machine. It answers to whoever
        has the admin key; no other website can use it.
      </p>
      <AdminKeyPanel />
      <Snippet label="Ask for the status" text={curl} />
      <Snippet label="The same on a terminal; without a command it lists them all" text={admin} />
      <Snippet
        label="A server of its own for tests and scripts: one JSON line tells its addresses and key"
        text={serve}
      />
      <Snippet
        label="With a key of your own, of 32 characters or more, that a pipeline knows beforehand"
        text={`SCIM_MOCK_ADMIN_KEY="$ADMIN_KEY" ${serve}`}
      />
      <h3 className="mt-2 font-semibold text-ink-1">Language models (MCP)</h3>
      <p>
        Put the folder of this app in place of {FOLDER}.{' '}
        <TopicLink topic="mcp">What it does</TopicLink>
      </p>
      <Snippet label="Claude Desktop and Cursor: mcpServers" text={mcpConfig('mcpServers')} />
      <Snippet label="VS Code: .vscode/mcp.json" text={mcpConfig('servers')} />
      <p>
        More: <TopicLink topic="admin-api">Admin API</TopicLink>,{' '}
        <TopicLink topic="cli">Command line</TopicLink>,{' '}
        <TopicLink topic="tests">Automated tests of your client</TopicLink>
      </p>
    </div>
  );
}

const FOLDER = '/path/to/scim-mock-tenant';

/** What a client of MCP reads; `key` is its word for the list of servers. */
function mcpConfig(key: 'mcpServers' | 'servers'): string {
  const args = ['--prefix', FOLDER, 'run', '--silent', 'mcp'];
  return JSON.stringify({ [key]: { 'scim-mock-tenant': { command: 'npm', args } } }, null, 2);
}

function TopicLink({ topic, children }: { readonly topic: string; readonly children: string }) {
  return (
    <Link to="/help" search={{ topic }} className="text-accent underline">
      {children}
    </Link>
  );
}

function Snippet({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div>
      <p className="mb-1 text-sm font-medium">{label}</p>
      <div className="flex items-start gap-1 rounded-md bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 py-1 font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-1">
          {text}
        </code>
        <CopyButton what={label} text={text} />
      </div>
    </div>
  );
}
