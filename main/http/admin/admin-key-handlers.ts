// The key of the admin API itself. @see shared/admin/admin-key.ts
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function adminKeyHandlers({ adminKey, logger }: AdminAppDependencies) {
  return {
    getAdminKeyState: adminKey.state,
    rotateAdminKey() {
      if (adminKey.state().source === 'given') {
        throw adminFailure(
          'conflict',
          'The admin key was given at the start (--admin-key or SCIM_MOCK_ADMIN_KEY): start the server with another one.',
        );
      }
      const fresh = adminKey.rotate();
      logger.warn('The admin key was rotated: programs that have the one before are refused');
      return { adminKey: fresh };
    },
  } satisfies Partial<AdminHandlers>;
}
