// What templates are filled from: the first users and groups of the tenant on screen.
import type { TemplatePlace } from '../../../shared/compose/templates.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { useNamedResources } from './use-named-resources.ts';
import { useTargets } from './use-targets.ts';

const MEMBERS = 3;

export function useTemplatePlace(): TemplatePlace {
  const tenant = useTenantSlug();
  const users = useNamedResources({ tenant, resourceType: 'User', count: MEMBERS });
  const groups = useNamedResources({ tenant, resourceType: 'Group', count: 1 });
  const [user = NO_USER, other = user] = users;
  const [group = NO_GROUP] = groups;
  return {
    userId: user.id,
    userName: user.name,
    otherUserId: other.id,
    groupId: group.id,
    groupName: group.name,
    memberIds: users.length === 0 ? [NO_USER.id] : users.map(({ id }) => id),
    baseUrl: useTargets().find(({ slug }) => slug === tenant)?.url ?? '',
    newGuid: () => crypto.randomUUID(),
  };
}

/** To be replaced by hand. */
const NO_USER = { id: '{user id}', name: 'ada.byron@contoso.test' };
const NO_GROUP = { id: '{group id}', name: 'Sales EMEA' };
