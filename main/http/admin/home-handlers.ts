// Handlers of what Home shows. @see shared/admin/home-routes.ts
import type { AdminHandlers } from './mount-routes.ts';

export function homeHandlers() {
  return {} satisfies Partial<AdminHandlers>;
}
