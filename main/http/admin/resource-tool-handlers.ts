// Handlers of work on many resources or on their past. @see shared/admin/resource-tool-routes.ts
import type { AdminHandlers } from './mount-routes.ts';

export function resourceToolHandlers() {
  return {} satisfies Partial<AdminHandlers>;
}
