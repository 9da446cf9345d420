// Handlers for tests: count, find, wait. @see shared/admin/verification-routes.ts
import type { AdminHandlers } from './mount-routes.ts';

export function verificationHandlers() {
  return {} satisfies Partial<AdminHandlers>;
}
