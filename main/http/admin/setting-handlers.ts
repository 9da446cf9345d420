// Handlers of the settings. @see shared/admin/setting-routes.ts
import type { AdminHandlers } from './mount-routes.ts';

export function settingHandlers() {
  return {} satisfies Partial<AdminHandlers>;
}
