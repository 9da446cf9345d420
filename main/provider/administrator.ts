// A person in the app's own window: sees and changes what is stored, whatever the profile lets SCIM clients do. What
// keeps the data sound stays as it is: uniqueness, types, required attributes.
import type { Profile } from '../../shared/scim/profile/switches.ts';
import type { TenantRecord } from '../store/open-store.ts';

/** Resources in a page of the UI at most. */
const MAX_SHOWN = 1000;

const FREE: Partial<Profile> = {
  patchSupported: true,
  putSupported: true,
  filterSupported: true,
  filterOperators: 'all',
  acceptUnquotedFilterValues: true,
  acceptSubAttributeAfterValuePath: true,
  acceptTopLevelExtensionAttributes: true,
  unknownFilterAttribute: 'no-match',
  noMatchAnswer: 'empty-list',
  emptyResources: 'empty-list',
  emptyMembers: 'empty-list',
  createAnswer: 'resource',
  membersReturned: 'default',
  memberDisplay: true,
  groupsOnUser: true,
  sortSupported: true,
  indexPaging: true,
  defaultPaging: 'index',
  maxFilterResults: MAX_SHOWN,
  maxPageSize: MAX_SHOWN,
  tooManyResults: 0,
  missingSchemas: 'accept',
  undeclaredExtension: 'add',
  memberRemovalByValue: 'listed',
  replaceAllMembers: true,
  maxMembersPerPatch: 0,
  changePasswordSupported: true,
  mismatchedBodyId: 'ignore',
  readOnlyInPatchValue: 'ignore',
  deleteMode: 'remove',
};

const known = new WeakMap<Profile, Profile>();

/** The tenant as an administrator works on it. The same profile gives the same one. */
export function asAdministrator(tenant: TenantRecord): TenantRecord {
  const profile = known.get(tenant.profile) ?? { ...tenant.profile, ...FREE };
  known.set(tenant.profile, profile);
  return { ...tenant, profile };
}
