// The way to the screen that shows what a step is about, with the scenario's own tenant and application on it.
import { Link } from '@tanstack/react-router';
import { ArrowUpRight } from 'lucide-react';
import type { ScenarioScreen } from '../../../shared/scenario/scenario.ts';

/** Where a run plays; both null before it begins and after it has ended. */
export interface Stage {
  readonly tenant: string | null;
  readonly application: string | null;
}

/** Where a screen stands, and what it is called. */
const SCREENS = {
  integration: { to: '/integration/scim', label: 'Integration > SCIM' },
  requests: { to: '/requests', label: 'Requests' },
  users: { to: '/users', label: 'Users' },
  groups: { to: '/groups', label: 'Groups' },
  compose: { to: '/compose', label: 'Compose' },
  directory: { to: '/entra/directory', label: 'Directory' },
  'users-and-groups': { to: '/entra/users-and-groups', label: 'Users and groups' },
  overview: { to: '/entra/overview', label: 'Overview' },
  connectivity: { to: '/entra/connectivity', label: 'Connectivity' },
  mapping: { to: '/entra/mapping', label: 'Attribute mapping' },
  'on-demand': { to: '/entra/on-demand', label: 'Provision on demand' },
  logs: { to: '/entra/logs', label: 'Provisioning logs' },
  audit: { to: '/entra/audit', label: 'Audit logs' },
  mailbox: { to: '/entra/mailbox', label: 'Mailbox' },
  discovery: { to: '/entra/discovery', label: 'Discover identities' },
  connections: { to: '/entra/connections', label: 'Connections' },
} as const satisfies Record<ScenarioScreen, object>;

interface ScreenLinkProps {
  readonly screen: ScenarioScreen;
  readonly stage: Stage;
}

export function ScreenLink({ screen, stage }: ScreenLinkProps) {
  const { to, label } = SCREENS[screen];
  const { tenant, application } = stage;
  if (tenant === null) return <p className="text-ink-3">Shown by: {label}</p>;
  return (
    <p>
      <Link
        to={to}
        search={{ tenant, ...(application !== null && { application }) }}
        className="inline-flex items-center gap-1 text-accent underline underline-offset-2"
      >
        Open {label}
        <ArrowUpRight aria-hidden className="size-3.5" />
      </Link>
    </p>
  );
}
