// Twelve people of a small firm, and the three groups that they are in: a tenant to show things with.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { describePerson, describeTeam, type Person } from './people.ts';

const DOMAIN = 'contoso.example';

/** Given name, family name, title, department, city, number of the manager in this list (from 1; 0 = nobody). */
const STAFF = [
  ['Amara', 'Okafor', 'Chief Executive Officer', 'Executive', 'Seattle', 0],
  ['Jonas', 'Lindqvist', 'Vice President Engineering', 'Engineering', 'Stockholm', 1],
  ['Mei', 'Tanaka', 'Vice President Sales', 'Sales', 'Tokyo', 1],
  ['Rafael', 'Moreno', 'Principal Engineer', 'Engineering', 'Madrid', 2],
  ['Priya', 'Raman', 'Software Engineer', 'Engineering', 'Bengaluru', 4],
  ['Tomasz', 'Zielinski', 'Site Reliability Engineer', 'Engineering', 'Warsaw', 4],
  ['Hannah', 'Weber', 'Identity Engineer', 'Engineering', 'Berlin', 2],
  ['Samuel', 'Osei', 'Account Manager', 'Sales', 'Accra', 3],
  ['Claire', 'Dubois', 'Account Manager', 'Sales', 'Lyon', 3],
  ['Diego', 'Fuentes', 'Sales Engineer', 'Sales', 'Santiago', 3],
  ['Noor', 'Haddad', 'People Partner', 'People', 'Amman', 1],
  ['Erin', "O'Malley", 'Contractor', 'People', 'Dublin', 11],
] as const;

export function* contoso(): Generator<JsonObject> {
  const people = STAFF.map(toPerson);
  yield* people.map(describePerson);
  for (const department of ['Engineering', 'Sales']) {
    const team = people.filter((person) => person.department === department);
    yield describeTeam(
      department,
      team.map(({ userName }) => userName),
    );
  }
  yield describeTeam(
    'All Company',
    people.map(({ userName }) => userName),
  );
}

function toPerson(row: (typeof STAFF)[number], index: number): Person {
  const [givenName, familyName, title, department, city, manager] = row;
  const number = String(index + 1).padStart(2, '0');
  return {
    givenName,
    familyName,
    userName: userNameOf(row),
    externalId: `c0ffee00-0000-4000-8000-0000000000${number}`,
    title,
    department,
    city,
    employeeNumber: `10${number}`,
    phone: `+1 206 555 01${number}`,
    manager: STAFF.filter((_, at) => at === manager - 1).map(userNameOf)[0],
    isActive: title !== 'Contractor',
  };
}

function userNameOf([givenName, familyName]: (typeof STAFF)[number]): string {
  return `${givenName}.${familyName.replace("'", '')}@${DOMAIN}`.toLowerCase();
}
