// How to point the provisioning of an Entra enterprise application at this tenant, in the portal's own words.
import type { ReactNode } from 'react';
import { useConnection } from '../../api/use-connection.ts';

export function EntraSteps() {
  const connection = useConnection().data;
  const isPublic = connection?.publicTenantUrl != null;
  return (
    <ol className="flex list-none flex-col gap-3">
      <Step number={1} title="Make it reachable" isDone={isPublic}>
        {isPublic ? (
          <>Entra reaches this tenant at its public Tenant URL.</>
        ) : (
          <>
            Entra calls from the Internet. Start a tunnel to this port, such as{' '}
            <code className="font-mono text-sm text-ink-1">
              cloudflared tunnel --url {originOf(connection?.localTenantUrl)}
            </code>
            . Its address shows up here with the first request that comes through it.
          </>
        )}
      </Step>
      <Step number={2} title="Paste both values">
        In the Entra admin center: Enterprise applications, your application, Provisioning,
        Automatic. Under Admin Credentials paste Tenant URL and Secret Token, then choose Test
        Connection.
      </Step>
      <Step number={3} title="Assign and start">
        Assign a user or group to the application and choose Start provisioning, or try one person
        with Provision on demand. What arrives shows up under Requests.
      </Step>
    </ol>
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
      <div className="min-w-0">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-ink-2 wrap-anywhere">{children}</p>
      </div>
    </li>
  );
}

function originOf(url: string | undefined): string {
  return url === undefined ? '' : new URL(url).origin;
}
