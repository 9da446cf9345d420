// Handlers of Compose. @see shared/admin/compose-routes.ts
import type { AdminHandlers } from './mount-routes.ts';

export function composeHandlers() {
  return {} satisfies Partial<AdminHandlers>;
}
