// What the linter looks for, and what it has found. @see shared/admin/finding.ts
import { listFindingRules } from '../../provider/list-finding-rules.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { requireTenant } from './find-tenant.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function findingHandlers(dependencies: AdminAppDependencies) {
  const { store } = dependencies;
  return {
    listFindingRules: () => ({ rules: listFindingRules() }),
    topFindings({ params, query }) {
      const { slug } = requireTenant(dependencies, params.tenant);
      return { findings: store.requestLog.topFindings(slug, query) };
    },
  } satisfies Partial<AdminHandlers>;
}
