// Any number of made-up people of one firm, the same ones for the same seed. They are made in portions, each under a seed
// of its own: two jobs at a time share the one generator, and must not see each other.
import type { SeedLocale } from '../../../shared/admin/transfer.ts';
import type { GenerateOrder } from '../../../shared/simulator/directory-views.ts';
import { BLANK_USER } from '../../../shared/simulator/directory.ts';
import { freeAccountName } from '../../names/account-name.ts';
import { fakerOfLocale, type Faker } from '../../names/faker-of-locale.ts';
import type { NewGroup, NewPerson } from './store-people.ts';

export interface MadeUpPerson extends NewPerson {
  /** Place of the manager in the order of all; null at the top. */
  readonly managerIndex: number | null;
  readonly index: number;
}

export interface MadeUpGroup extends Omit<NewGroup, 'memberIds'> {
  /** Places of the members in the order of all people. */
  readonly members: readonly number[];
}

export type PeopleOrder = GenerateOrder & { readonly seed: number };

const PORTION = 250;
/** People that one manager has. */
const SPAN = 8;
/** One of so many cannot sign in. */
const BLOCKED = 20;
/** Members of a team that is no department. */
const TEAM_SIZE = 25;
const DEPARTMENTS = [
  'Engineering',
  'Sales',
  'Marketing',
  'Finance',
  'Human Resources',
  'Legal',
  'Support',
  'Operations',
];

/** Where each language's people are: usageLocation, country, preferredLanguage. */
const PLACES: Readonly<Record<SeedLocale, readonly [string, string, string]>> = {
  en: ['US', 'United States', 'en-US'],
  de: ['DE', 'Germany', 'de-DE'],
  es: ['ES', 'Spain', 'es-ES'],
  fr: ['FR', 'France', 'fr-FR'],
  it: ['IT', 'Italy', 'it-IT'],
  ja: ['JP', 'Japan', 'ja-JP'],
  pl: ['PL', 'Poland', 'pl-PL'],
  pt_BR: ['BR', 'Brazil', 'pt-BR'],
  sv: ['SE', 'Sweden', 'sv-SE'],
  tr: ['TR', 'Türkiye', 'tr-TR'],
};

/** Managers stand before those who report to them. */
export async function* madeUpPeople(order: PeopleOrder): AsyncGenerator<MadeUpPerson> {
  const faker = await fakerOfLocale(order.locale);
  const taken = new Set<string>();
  for (let from = 0; from < order.users; from += PORTION) {
    faker.seed([order.seed, from]);
    const portion: MadeUpPerson[] = [];
    for (let index = from; index < Math.min(from + PORTION, order.users); index += 1) {
      portion.push(makePerson(faker, order, { index, taken }));
    }
    yield* portion;
  }
}

/** One for each department first, then teams across them. */
export async function madeUpGroups(order: PeopleOrder): Promise<readonly MadeUpGroup[]> {
  const faker = await fakerOfLocale(order.locale);
  const departments = departmentsOf(order);
  faker.seed([order.seed, order.users, 1]);
  return Array.from({ length: order.groups }, (_, number) => {
    const objectId = faker.string.uuid();
    const department = departments[number];
    return department === undefined
      ? makeTeam(faker, order, { objectId, number: number - departments.length + 1 })
      : makeDepartment(order, { objectId, department, number });
  });
}

interface Place {
  readonly index: number;
  /** Aliases that others have. */
  readonly taken: Set<string>;
}

function makePerson(faker: Faker, order: PeopleOrder, { index, taken }: Place): MadeUpPerson {
  const departments = departmentsOf(order);
  const [usageLocation, country, preferredLanguage] = PLACES[order.locale];
  const givenName = faker.person.firstName();
  const surname = faker.person.lastName();
  const alias = freeAccountName({ givenName, familyName: surname }, taken);
  const address = `${alias}@${order.domain}`;
  return {
    line: index + 1,
    index,
    managerIndex: index === 0 ? null : Math.floor((index - 1) / SPAN),
    objectId: faker.string.uuid(),
    setting: {
      ...BLANK_USER,
      userPrincipalName: address,
      displayName: `${givenName} ${surname}`,
      accountEnabled: index % BLOCKED !== BLOCKED - 1,
      mail: address,
      mailNickname: alias,
      givenName,
      surname,
      jobTitle: faker.person.jobTitle(),
      department: departments[index % departments.length] ?? null,
      companyName: 'Contoso',
      employeeId: String(index + 1).padStart(6, '0'),
      employeeType: 'Employee',
      usageLocation,
      preferredLanguage,
      physicalDeliveryOfficeName: `${1 + (index % 9)}/${100 + (index % 40)}`,
      streetAddress: faker.location.streetAddress(),
      city: faker.location.city(),
      postalCode: faker.location.zipCode(),
      country,
      telephoneNumber: faker.phone.number({ style: 'international' }),
      mobile: faker.phone.number({ style: 'international' }),
      proxyAddresses: [`SMTP:${address}`],
    },
  };
}

function departmentsOf({ departments }: PeopleOrder): readonly string[] {
  return departments ?? DEPARTMENTS;
}

const SECURITY_GROUP = {
  mail: null,
  mailNickname: null,
  kind: 'security',
  securityEnabled: true,
} as const;

function makeDepartment(
  order: PeopleOrder,
  { objectId, department, number }: { objectId: string; department: string; number: number },
): MadeUpGroup {
  const { length } = departmentsOf(order);
  const everybody = Array.from({ length: order.users }, (_, index) => index);
  const description = `Everybody in ${department}`;
  return {
    objectId,
    setting: { ...SECURITY_GROUP, displayName: department, description },
    members: everybody.filter((index) => index % length === number),
  };
}

function makeTeam(
  faker: Faker,
  order: PeopleOrder,
  { objectId, number }: { objectId: string; number: number },
): MadeUpGroup {
  const displayName = `Project ${number} ${faker.color.human()} ${faker.animal.type()}`;
  const members = new Set<number>();
  const wanted = Math.min(TEAM_SIZE, order.users);
  while (members.size < wanted) members.add(faker.number.int({ max: order.users - 1 }));
  return {
    objectId,
    setting: { ...SECURITY_GROUP, displayName, description: null },
    members: [...members],
  };
}
