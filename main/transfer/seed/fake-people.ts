// Any number of made-up people, the same ones for the same seed. They are made in portions, each under a seed of its
// own: two jobs at a time share the one generator, and must not see each other.
import type { SeedLocale } from '../../../shared/admin/transfer.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { freeAccountName } from '../../names/account-name.ts';
import { fakerOfLocale, type Faker } from '../../names/faker-of-locale.ts';
import { describePerson, describeTeam, type Person } from './people.ts';

export interface FakeCompany {
  readonly people: number;
  readonly teams: number;
  readonly seed: number;
  readonly locale: SeedLocale;
}

const PORTION = 500;
/** People that one manager has. */
const SPAN = 8;
/** One of so many has left. */
const LEAVERS = 20;
/** People of a team that is no department. */
const TEAM_SIZE = 25;
const DOMAIN = 'fabrikam.example';
const DEPARTMENTS = [
  'Engineering',
  'Sales',
  'Marketing',
  'Finance',
  'People',
  'Legal',
  'Support',
  'Operations',
] as const;

/** People first, each after the manager; then a group for each department and the other teams. */
export async function* fakePeople({
  people,
  teams,
  seed,
  locale,
}: FakeCompany): AsyncGenerator<JsonObject> {
  const faker = await fakerOfLocale(locale);
  const userNames: string[] = [];
  const taken = new Set<string>();
  for (let from = 0; from < people; from += PORTION) {
    faker.seed([seed, from]);
    const portion: JsonObject[] = [];
    for (let index = from; index < Math.min(from + PORTION, people); index += 1) {
      const person = makePerson(faker, { index, taken, userNames });
      userNames.push(person.userName);
      portion.push(describePerson(person));
    }
    yield* portion;
  }
  faker.seed([seed, people]);
  const made = Array.from(makeTeams(faker, userNames, teams)); // before anybody else seeds
  yield* made;
}

interface Staff {
  readonly index: number;
  readonly taken: Set<string>;
  /** Of those who came before. */
  readonly userNames: readonly string[];
}

function makePerson(faker: Faker, { index, taken, userNames }: Staff): Person {
  const givenName = faker.person.firstName();
  const familyName = faker.person.lastName();
  const manager = index === 0 ? undefined : userNames[Math.floor((index - 1) / SPAN)];
  return {
    givenName,
    familyName,
    userName: `${freeAccountName({ givenName, familyName }, taken)}@${DOMAIN}`,
    externalId: faker.string.uuid(),
    title: faker.person.jobTitle(),
    department: departmentOf(index),
    employeeNumber: String(index + 1).padStart(6, '0'),
    phone: faker.phone.number({ style: 'international' }),
    city: faker.location.city(),
    manager,
    isActive: index % LEAVERS !== LEAVERS - 1,
  };
}

function departmentOf(index: number): (typeof DEPARTMENTS)[number] {
  return DEPARTMENTS[index % DEPARTMENTS.length] ?? DEPARTMENTS[0];
}

function* makeTeams(
  faker: Faker,
  userNames: readonly string[],
  teams: number,
): Generator<JsonObject> {
  for (const department of DEPARTMENTS) {
    yield describeTeam(
      department,
      userNames.filter((_, index) => departmentOf(index) === department),
    );
  }
  for (let number = 1; number <= teams - DEPARTMENTS.length; number += 1) {
    const name = `Project ${number} ${faker.color.human()} ${faker.animal.type()}`;
    yield describeTeam(name, faker.helpers.arrayElements(userNames, TEAM_SIZE));
  }
}
