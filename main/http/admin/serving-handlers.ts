// Whether SCIM requests are served. @see shared/admin/serving-routes.ts
import { describeTakenPort, type Serving } from '../../../shared/admin/serving.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function servingHandlers(dependencies: AdminAppDependencies) {
  const { serving } = dependencies;
  return {
    getServing: serving.read,
    startServing: async ({ body = { useNextFreePort: false } }) =>
      requirePort(await serving.start(body)),
    stopServing: serving.stop,
    restartServing: async () => requirePort(await serving.restart()),
    async pauseServing() {
      const paused = await serving.pause();
      if (paused.state === 'paused') return paused;
      throw adminFailure('conflict', 'There is nothing to pause: the SCIM listener is closed.');
    },
    resumeServing: serving.resume,
    setTenantServing({ params, body }) {
      serving.setTenant(requireTenant(dependencies, params.tenant).id, body.state);
      return serving.read();
    },
    async checkStorage() {
      await serving.checkStorage();
      return serving.read();
    },
  } satisfies Partial<AdminHandlers>;
}

function requirePort(serving: Serving): Serving {
  if (serving.problem !== null) throw adminFailure('conflict', serving.problem);
  if (serving.state !== 'port-in-use') return serving;
  const way = 'End that program and start again, or use the next free port.';
  throw adminFailure('conflict', `${describeTakenPort(serving)} ${way}`);
}
