// The requests that Entra reads with: probes, match queries, a resource by its id, checks of references, pages of users.
// @see entra docs "Develop and plan provisioning for a SCIM endpoint"
import {
  call,
  ENDPOINTS,
  resourcePath,
  type ScimCall,
  type ScimResourceType,
} from './scim-call.ts';
import type { QueryParameter } from './target-url.ts';

const WITHOUT_MEMBERS: QueryParameter = ['excludedAttributes', 'members'];

/** Opens every activity: a value that nothing has. Its answer must be an empty ListResponse. */
export function probe(type: ScimResourceType, attribute: string, guid: string): ScimCall {
  return match(type, attribute, guid);
}

/** Entra filters with `eq` only. */
export function match(type: ScimResourceType, attribute: string, value: string): ScimCall {
  return query(type, `${attribute} eq ${quote(value)}`);
}

export function readResource(type: ScimResourceType, id: string): ScimCall {
  const parameters = type === 'Group' ? [WITHOUT_MEMBERS] : [];
  return call('GET', resourcePath(type, id), { parameters });
}

/** Whether the user has that manager already. */
export function checkManager(userId: string, attribute: string, managerId: string): ScimCall {
  const filter = `id eq ${quote(userId)} and ${attribute} eq ${quote(managerId)}`;
  return call('GET', ENDPOINTS.User, {
    parameters: [
      ['filter', filter],
      ['attributes', 'id'],
    ],
  });
}

/** Whether the group has that member already. Entra: the form is inferred, its docs say it in prose only. */
export function checkMember(groupId: string, memberId: string): ScimCall {
  return query('Group', `id eq ${quote(groupId)} and members eq ${quote(memberId)}`);
}

export function readPage(type: ScimResourceType, startIndex: number, count: number): ScimCall {
  return call('GET', ENDPOINTS[type], {
    parameters: [
      ['startIndex', String(startIndex)],
      ['count', String(count)],
    ],
  });
}

function query(type: ScimResourceType, filter: string): ScimCall {
  const filterParameter: QueryParameter = ['filter', filter];
  const parameters = type === 'Group' ? [WITHOUT_MEMBERS, filterParameter] : [filterParameter];
  return call('GET', ENDPOINTS[type], { parameters });
}

function quote(value: string): string {
  return JSON.stringify(value);
}
