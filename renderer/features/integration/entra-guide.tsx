// How to point the provisioning of an Entra enterprise application at this tenant, step by step in the portal's own
// words, for the portal of today and for the one that older tutorials show.
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useConnection } from '../../api/use-connection.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Card } from '../home/card.tsx';
import { PORTAL_STEPS, type Portal } from './portal-steps.ts';

const PORTALS = [
  { value: 'current', label: 'Portal today' },
  { value: 'classic', label: 'Classic portal' },
] as const;

export function EntraGuide() {
  const [portal, setPortal] = useState<Portal>('current');
  return (
    <Card
      title="Paste into Entra"
      aside={
        <SegmentedControl
          label="Which portal"
          options={PORTALS}
          value={portal}
          onChange={setPortal}
        />
      }
    >
      <ol className="flex flex-col gap-3">
        <ReachStep />
        {PORTAL_STEPS[portal].map((step, index) => (
          <Step key={step.title} number={index + 2} title={step.title}>
            {step.path !== undefined && <PortalPath names={step.path} />}
            <p>{step.text}</p>
          </Step>
        ))}
      </ol>
      <p className="mt-4 border-t border-line pt-3 text-ink-2">
        What arrived:{' '}
        <Link
          to="/requests"
          search={{ filter: 'op:test-connection' }}
          className="font-medium text-accent hover:underline"
        >
          Test Connection under Requests
        </Link>
      </p>
    </Card>
  );
}

/** Entra calls from the Internet: done as soon as a public address is known. */
function ReachStep() {
  const connection = useConnection().data;
  const publicUrl = connection?.publicTenantUrl ?? null;
  const origin = originOf(connection?.localTenantUrl);
  // it does not know the local CA, and goes no further than this machine
  const flag = origin.startsWith('https:') ? '--no-tls-verify ' : '';
  const command = `cloudflared tunnel ${flag}--url ${origin}`;
  if (publicUrl !== null) {
    return (
      <Step number={1} title="Make it reachable" isDone>
        Entra reaches this tenant at its public Tenant URL.
      </Step>
    );
  }
  return (
    <Step number={1} title="Make it reachable">
      <p>Entra calls from the Internet. Start a tunnel to this port, such as</p>
      <p className="my-1 flex items-center gap-1 rounded-md border border-line bg-surface-0 py-0.5 pr-1 pl-2">
        <code className="min-w-0 flex-1 font-mono text-sm text-ink-1">{command}</code>
        <CopyButton what="the command" text={command} />
      </p>
      <p>Its address shows up here with the first request that comes through it.</p>
    </Step>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone?: boolean;
  readonly children: ReactNode;
}

function Step({ number, title, isDone = false, children }: StepProps) {
  return (
    <li className="flex gap-3">
      <span
        aria-hidden
        className="flex size-5 shrink-0 items-center justify-center rounded-full border border-line bg-surface-2 text-sm font-medium text-ink-2 tabular-nums"
      >
        {isDone ? '✓' : number}
      </span>
      <div className="min-w-0 text-ink-2 wrap-anywhere">
        <h3 className="font-semibold text-ink-1">{title}</h3>
        {children}
      </div>
    </li>
  );
}

function PortalPath({ names }: { readonly names: readonly string[] }) {
  return (
    <p className="my-0.5 text-sm text-ink-1">
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && <span className="text-ink-3"> › </span>}
          {name}
        </span>
      ))}
    </p>
  );
}

function originOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).origin;
}
