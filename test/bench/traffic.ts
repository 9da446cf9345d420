// What is sent to one server: users with rising numbers, and look-ups that walk over all of them in the same sequence
// in each run.
import type { LoadRequest } from './load.ts';
import type { Subject } from './subjects.ts';

/** Far from any number of users: consecutive look-ups hit rows that lie far apart. */
const STRIDE = 104_729;
/** The newest users may still be on their way. */
const UNSETTLED = 8;

export function createTraffic({ tenantUrl, token }: Subject) {
  let users = 0;
  let lookUps = 0;

  function create(): LoadRequest {
    const user = buildUser(users);
    users += 1;
    return {
      method: 'POST',
      url: `${tenantUrl}/Users`,
      token,
      body: JSON.stringify(user),
      expected: user.userName,
    };
  }

  function lookUp(): LoadRequest {
    lookUps += 1;
    const { userName } = buildUser((lookUps * STRIDE) % Math.max(1, users - UNSETTLED));
    const filter = encodeURIComponent(`userName eq "${userName}"`);
    return {
      method: 'GET',
      url: `${tenantUrl}/Users?filter=${filter}`,
      token,
      expected: '"totalResults":1',
    };
  }

  return { create, lookUp };
}

function buildUser(index: number) {
  const userName = `user-${index}@contoso.test`;
  return {
    schemas: [
      'urn:ietf:params:scim:schemas:core:2.0:User',
      'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
    ],
    externalId: `external-${index}`,
    userName,
    active: true,
    displayName: `User ${index}`,
    name: { formatted: `User ${index}`, givenName: 'User', familyName: String(index) },
    emails: [{ primary: true, type: 'work', value: userName }],
    'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User': {
      employeeNumber: String(index),
      department: 'Research',
    },
  };
}
