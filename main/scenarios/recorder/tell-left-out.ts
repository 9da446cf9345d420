// Calls that change something of the story and have no step: said plainly, so that nobody wonders why a run goes otherwise.
import { adminRoutes, type RouteName } from '../../../shared/admin/routes.ts';
import { isTarget } from './recipes/tenant-recipes.ts';
import type { Story } from './story.ts';

const SENTENCES: { readonly [Name in RouteName]?: string } = {
  renameApplication: 'The application was renamed.',
  deleteApplication: 'The application was deleted.',
  replaceAppRole: 'An app role was edited.',
  deleteAppRole: 'An app role was deleted.',
  cancelJobCycle: 'A cycle was cancelled.',
  deleteObjectConnection: 'A connection was deleted.',
};

/** Whatever the story is about. */
const OF_ALL: { readonly [Name in RouteName]?: string } = {
  restoreSnapshot:
    'A snapshot was restored: what was recorded before it is about another workspace.',
  eraseWorkspace: 'The workspace was erased: what was recorded before it is gone from it.',
};

/** They look, or are about what no story has. */
const HARMLESS: ReadonlySet<RouteName> = new Set<RouteName>([
  'planSchemaChange',
  'compareDiscovery',
  'previewImport',
  'planBulkEdit',
  'countRequests',
  'findRequests',
  'waitForRequests',
  'waitForResources',
  'testConnection',
  'updateTenant',
  'createToken',
  'changeToken',
  'revokeToken',
  'rotateToken',
  'expireToken',
]);

/** With the tenant's own people changed by hand, its figures are no longer those of the story alone. */
export function tellLeftOut(
  name: RouteName,
  params: Readonly<Record<string, unknown>>,
  story: Story,
): void {
  const sentence = SENTENCES[name];
  const ofAll = OF_ALL[name];
  if (ofAll !== undefined) story.leave(ofAll);
  const application = story.application();
  if (sentence !== undefined && params['application'] === application?.id) story.leave(sentence);
  const { tenant } = params;
  const { method, path } = adminRoutes[name];
  if (typeof tenant !== 'string' || method === 'GET' || HARMLESS.has(name)) return;
  if (application === undefined || !isTarget(tenant, story)) return;
  application.isTargetClean = false;
  story.leave(
    `The tenant itself was changed (${method} ${path.replace('/api/tenants/:tenant', '')}).`,
  );
}
