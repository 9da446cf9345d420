// A first user to look at, sent as Entra's default mapping sends one. @see Microsoft Learn, "Tutorial: Develop and plan
// provisioning for a SCIM endpoint", Create user
import type { SentRequest } from '../../../shared/admin/tenant.ts';
import type { TenantRecord } from '../../store/open-store.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import { sendToTenant } from './send-to-tenant.ts';

const PEOPLE = [
  ['Adele', 'Vance', 'Retail Manager', 'Retail'],
  ['Alex', 'Wilber', 'Marketing Assistant', 'Marketing'],
  ['Diego', 'Siciliani', 'HR Manager', 'HR'],
  ['Grady', 'Archie', 'Designer', 'R & D'],
  ['Isaiah', 'Langer', 'Sales Rep', 'Sales'],
  ['Lynne', 'Robbins', 'Planner', 'Retail'],
  ['Megan', 'Bowen', 'Marketing Manager', 'Marketing'],
  ['Nestor', 'Wilke', 'Director', 'Operations'],
] as const;

const USER = 'urn:ietf:params:scim:schemas:core:2.0:User';
const ENTERPRISE = 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User';

/** The first of these people that is not there; once all of them are, their names are numbered. */
export async function sendSampleUser(
  dependencies: AdminAppDependencies,
  tenant: TenantRecord,
): Promise<SentRequest> {
  const { resources } = dependencies.store;
  const { person, userName } = pickFree(
    (name) => resources.findUserId(tenant.id, name) === undefined,
  );
  const body = JSON.stringify(describe(person, userName, dependencies.newId()));
  return sendToTenant(dependencies, tenant, { method: 'POST', path: '/Users', body, judge });

  function judge(status: number): Pick<SentRequest, 'ok' | 'message'> {
    return status === 201
      ? { ok: true, message: `Answered 201: ${userName} has been created.` }
      : { ok: false, message: `Answered ${status}, where Entra expects 201.` };
  }
}

function pickFree(isFree: (userName: string) => boolean) {
  for (let round = 0; ; round += 1) {
    const people = PEOPLE.map((person) => ({ person, userName: nameOf(person, round) }));
    const free = people.find(({ userName }) => isFree(userName));
    if (free !== undefined) return free;
  }
}

function nameOf([given, family]: (typeof PEOPLE)[number], round: number): string {
  const number = round === 0 ? '' : String(round + 1);
  return `${given}.${family}${number}@contoso.example`.toLowerCase();
}

function describe(
  [givenName, familyName, title, department]: (typeof PEOPLE)[number],
  userName: string,
  externalId: string,
) {
  const displayName = `${givenName} ${familyName}`;
  return {
    schemas: [USER, ENTERPRISE],
    externalId,
    userName,
    active: true,
    displayName,
    title,
    emails: [{ primary: true, type: 'work', value: userName }],
    meta: { resourceType: 'User' },
    name: { formatted: displayName, familyName, givenName },
    [ENTERPRISE]: { department },
  };
}
