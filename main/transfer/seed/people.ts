// A made-up person or group as the resource that a provisioning client would send. Names of others (managers, members)
// are userNames: an import finds them.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { ENTERPRISE_USER_URN, GROUP_URN, USER_URN } from '../../scim/schema/urns.ts';

export interface Person {
  readonly givenName: string;
  readonly familyName: string;
  readonly displayName?: string;
  readonly userName: string;
  readonly externalId: string;
  readonly title?: string;
  readonly department?: string;
  readonly employeeNumber?: string;
  /** userName. */
  readonly manager?: string | undefined;
  readonly phone?: string;
  readonly city?: string;
  readonly isActive?: boolean;
}

export function describePerson(person: Person): JsonObject {
  const { userName, externalId, givenName, familyName, title, phone, city } = person;
  const displayName = person.displayName ?? `${givenName} ${familyName}`.trim();
  const enterprise = describeEmployment(person);
  return {
    schemas: [USER_URN, ...(Object.keys(enterprise).length > 0 ? [ENTERPRISE_USER_URN] : [])],
    externalId,
    userName,
    name: { formatted: displayName, givenName, familyName },
    displayName,
    active: person.isActive ?? true,
    emails: [{ value: userName, type: 'work', primary: true }],
    ...(title !== undefined && { title }),
    ...(phone !== undefined && { phoneNumbers: [{ value: phone, type: 'work' }] }),
    ...(city !== undefined && { addresses: [{ locality: city, type: 'work' }] }),
    ...(Object.keys(enterprise).length > 0 && { [ENTERPRISE_USER_URN]: enterprise }),
  };
}

export function describeTeam(displayName: string, userNames: readonly string[]): JsonObject {
  const externalId = `team-${displayName.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}`;
  const members = userNames.map((value) => ({ value }));
  return { schemas: [GROUP_URN], externalId, displayName, members };
}

function describeEmployment({ department, employeeNumber, manager }: Person): JsonObject {
  return {
    ...(employeeNumber !== undefined && { employeeNumber }),
    ...(department !== undefined && { department }),
    ...(manager !== undefined && { manager: { value: manager } }),
  };
}
