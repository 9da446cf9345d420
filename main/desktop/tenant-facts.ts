// What menu and tray know of the workspace: its tenants by name. Read anew when the feed says that they have changed.
import { adminRoutes } from '../../shared/admin/routes.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { askAdmin } from './ask-admin.ts';
import type { ServerHost } from './server-host.ts';

export interface TenantFact {
  readonly slug: string;
  readonly name: string;
}

export interface TenantFacts {
  readonly tenants: () => readonly TenantFact[];
  readonly receive: (event: LiveEvent) => void;
  readonly onChange: (listener: () => void) => void;
}

const TELLING: ReadonlySet<LiveEvent['type']> = new Set([
  'reset',
  'tenant-changed',
  'tenants-changed',
]);

export function followTenants(host: ServerHost): TenantFacts {
  let tenants: readonly TenantFact[] = [];
  const listeners: (() => void)[] = [];

  async function refresh(): Promise<void> {
    const status = await askAdmin(host, adminRoutes.getStatus);
    tenants = status.tenants.map(({ slug, name }) => ({ slug, name }));
    for (const listener of listeners) listener();
  }

  return {
    tenants: () => tenants,
    receive(event) {
      // A server that goes away meanwhile tells with the reset of its next start.
      if (TELLING.has(event.type)) void refresh().catch(() => undefined);
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
