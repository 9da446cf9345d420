// What Entra's provisioning service does, by its own forms: creates a user, matches, reads members.
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { expectList, idOf, listOf, textOf, textsOf } from '../expectations.ts';
import type { Session } from '../session.ts';
import { ENTERPRISE_URN, USER_URN } from '../urns.ts';

/** A user as Entra creates one. */
export function provision(
  { newUser, newName }: Session,
  values: JsonObject = {},
): Promise<JsonObject> {
  return newUser({
    schemas: [USER_URN, ENTERPRISE_URN],
    externalId: newName('ext'),
    emails: [{ primary: true, type: 'work', value: `${newName('mail')}@check.example` }],
    [ENTERPRISE_URN]: { department: 'Sales' },
    ...values,
  });
}

/** The ids that Entra's matching finds. */
export async function match(
  { find }: Session,
  path: string,
  ...[name, resource]: readonly [string, JsonObject]
): Promise<readonly string[]> {
  return expectList(await find(path, `${name} eq "${textOf(resource, name)}"`)).map(idOf);
}

export async function membersOf({ read }: Session, group: JsonValue): Promise<readonly string[]> {
  return textsOf(
    listOf(await read(`/Groups/${idOf(group)}?attributes=members`), 'members'),
    'value',
  );
}
