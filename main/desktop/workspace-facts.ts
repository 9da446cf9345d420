// What menu and tray know of the workspace: its tenants by name, whether requests are served, and whether recorded. Read anew when the
// feed says that it has changed.
import { requestLogRoutes } from '../../shared/admin/request-log-routes.ts';
import type { Serving, TenantServing } from '../../shared/admin/serving.ts';
import { servingRoutes } from '../../shared/admin/serving-routes.ts';
import { adminRoutes } from '../../shared/admin/routes.ts';
import type { LiveEvent } from '../../shared/live-event.ts';
import { askAdmin } from './ask-admin.ts';
import type { ServerHost } from './server-host.ts';

export interface TenantFact {
  readonly slug: string;
  readonly name: string;
  readonly state: TenantServing;
}

export interface WorkspaceFacts {
  readonly tenants: () => readonly TenantFact[];
  readonly isPaused: () => boolean;
  /** As last told; of no meaning while there is no server. */
  readonly serving: () => Serving | undefined;
  readonly receive: (event: LiveEvent) => void;
  readonly onChange: (listener: () => void) => void;
}

const TELLING: ReadonlySet<LiveEvent['type']> = new Set([
  'reset',
  'tenant-changed',
  'tenants-changed',
  'serving-changed',
]);

export function followWorkspace(host: ServerHost): WorkspaceFacts {
  let tenants: readonly TenantFact[] = [];
  let isPaused = false;
  let serving: Serving | undefined;
  const listeners: (() => void)[] = [];

  function tell(): void {
    for (const listener of listeners) listener();
  }

  async function refresh(): Promise<void> {
    const status = await askAdmin(host, adminRoutes.getStatus);
    const { recording } = await askAdmin(host, requestLogRoutes.getRequestLogStatus);
    const told = await askAdmin(host, servingRoutes.getServing);
    const states = new Map(told.tenants.map(({ tenant, state }) => [tenant, state]));
    tenants = status.tenants.map(({ slug, name }) => {
      return { slug, name, state: states.get(slug) ?? 'serving' };
    });
    ({ isPaused } = recording);
    serving = told;
    tell();
  }

  return {
    tenants: () => tenants,
    isPaused: () => isPaused,
    serving: () => serving,
    receive(event) {
      // A server that goes away meanwhile tells with the reset of its next start.
      if (TELLING.has(event.type)) void refresh().catch(() => undefined);
      if (event.type !== 'recording-changed') return;
      ({ isPaused } = event.data.recording);
      tell();
    },
    onChange: (listener) => void listeners.push(listener),
  };
}
