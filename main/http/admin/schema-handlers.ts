// A tenant's schemas and resource types. @see shared/admin/schema.ts
import { countOf } from '../../../shared/count-of.ts';
import type { SchemaPlan, TenantSchemaList } from '../../../shared/admin/schema.ts';
import type { Discovery } from '../../../shared/admin/schema-comparison.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import {
  changeTenantSchemas,
  planTenantSchemas,
  type SchemaOutcome,
} from '../../provider/change-tenant-schemas.ts';
import { discoveryOf, plainDiscovery } from '../../provider/describe-discovery.ts';
import { exportSchemas, listSchemas } from '../../provider/list-tenant-schemas.ts';
import { compareDiscovery } from '../../scim/discovery/compare-discovery.ts';
import type { SchemaIssue } from '../../scim/schema/schema-issue.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { fetchDocument } from './fetch-document.ts';
import type { AdminHandlers } from './mount-routes.ts';
import { openTenant } from './open-tenant.ts';

export function schemaHandlers(dependencies: AdminAppDependencies) {
  const { feed, store } = dependencies;

  function discover(slug: string): Discovery {
    const { tenant, baseUrl } = openTenant(dependencies, slug);
    return discoveryOf(store, tenant, baseUrl);
  }

  return {
    listSchemas: ({ params }): TenantSchemaList =>
      listSchemas(openTenant(dependencies, params.tenant)),
    exportSchemas({ params }): { documents: JsonObject[] } {
      return { documents: [...exportSchemas(openTenant(dependencies, params.tenant))] };
    },
    planSchemaChange({ params, body }) {
      return readPlan(planTenantSchemas(openTenant(dependencies, params.tenant), body));
    },
    changeSchemas({ params, body }) {
      const context = openTenant(dependencies, params.tenant);
      const outcome = changeTenantSchemas(context, body);
      const plan = readPlan(outcome);
      if (outcome.kind === 'withheld') throw withheld(plan);
      const { slug: tenant } = context.tenant;
      feed.publish({ type: 'tenants-changed', data: { tenant, action: 'schemas-changed' } });
      return plan;
    },
    getDiscovery: ({ params }) => discover(params.tenant),
    compareDiscovery({ params, body }) {
      const here = discover(params.tenant);
      const { baseUrl } = openTenant(dependencies, params.tenant);
      const there = body.kind === 'tenant' ? discover(body.tenant) : plainDiscovery(body, baseUrl);
      return { differences: compareDiscovery(here, there) };
    },
    fetchSchemaDocument: ({ body }) => fetchDocument(body.url, dependencies.trust),
  } satisfies Partial<AdminHandlers>;
}

function readPlan(outcome: SchemaOutcome): SchemaPlan {
  if (outcome.kind !== 'refused') return outcome.plan;
  const issues = [...outcome.issues];
  const [first] = issues;
  throw adminFailure('bad-request', first === undefined ? '' : tellIssue(first), issues);
}

function tellIssue({ path, message }: SchemaIssue): string {
  return `${path} ${message}.`;
}

function withheld({ effects, isBlocked }: SchemaPlan): Error {
  const advice = isBlocked
    ? 'resolve what blocks it first'
    : 'send it again with allowBreaking to make it all the same';
  const issues = effects.map(({ resourceType, path, reason, consequence, count, ids }) => ({
    path: path === '' ? resourceType : `${resourceType}: ${path}`,
    message: `${reason}, ${consequence}, in ${countOf(count, 'resource')}: ${ids.join(', ')}`,
  }));
  return adminFailure('conflict', `The change touches stored resources; ${advice}.`, issues);
}
