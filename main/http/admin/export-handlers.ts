// Handlers of exported and imported exchanges. @see shared/admin/export-routes.ts
import type { AdminHandlers } from './mount-routes.ts';

export function exportHandlers() {
  return {} satisfies Partial<AdminHandlers>;
}
