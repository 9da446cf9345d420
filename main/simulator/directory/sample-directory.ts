// What a new workspace has to play with: twelve people of Contoso, three groups, and the application Velpic, to which one
// of the groups is assigned.
import { USER_ROLE_ID } from '../../../shared/simulator/application.ts';
import { BLANK_USER } from '../../../shared/simulator/directory.ts';
import type { Store } from '../../store/open-store.ts';

const DOMAIN = 'contoso.example';

/** Given name, surname, title, department, city, country, number of the manager in this list (from 1; 0 = nobody). */
const STAFF = [
  ['Isabel', 'Ferreira', 'Chief Executive Officer', 'Executive', 'Seattle', 'US', 0],
  ['Marcus', 'Hale', 'Director of Engineering', 'Engineering', 'Seattle', 'US', 1],
  ['Yuki', 'Sato', 'Director of Sales', 'Sales', 'Tokyo', 'JP', 1],
  ['Lena', 'Vogt', 'Principal Engineer', 'Engineering', 'Berlin', 'DE', 2],
  ['Arjun', 'Mehta', 'Software Engineer', 'Engineering', 'Pune', 'IN', 4],
  ['Chloé', 'Martin', 'Software Engineer', 'Engineering', 'Lyon', 'FR', 4],
  ['Tadeusz', 'Nowak', 'Site Reliability Engineer', 'Engineering', 'Warsaw', 'PL', 2],
  ['Grace', 'Adeyemi', 'Account Manager', 'Sales', 'Lagos', 'NG', 3],
  ['Oscar', 'Lind', 'Account Manager', 'Sales', 'Gothenburg', 'SE', 3],
  ['Valeria', 'Rojas', 'Sales Engineer', 'Sales', 'Santiago', 'CL', 3],
  ['Ruth', "O'Connor", 'People Partner', 'Human Resources', 'Dublin', 'IE', 1],
  ['Sami', 'Haddad', 'Contractor', 'Human Resources', 'Amman', 'JO', 11],
] as const;

/** Does nothing in a directory that has ever held anything. */
export function seedSampleDirectory(
  { directory, transaction }: Pick<Store, 'directory' | 'transaction'>,
  at: string,
): void {
  if (directory.currentSequence() > 0 || directory.listApplications().length > 0) return;
  transaction(() => {
    STAFF.forEach((row, index) => addPerson(directory, { row, index, at }));
    const groups = listGroups().map(({ members, ...setting }, index) => {
      const { objectId } = directory.createGroup(setting, { objectId: idOf('b', index), at });
      directory.addMembers(
        objectId,
        members.map((place) => idOf('a', place)),
      );
      return objectId;
    });
    const id = idOf('c', 0);
    directory.createApplication({ id, appId: idOf('d', 0), displayName: 'Velpic', at });
    const sales = groups[1];
    if (sales === undefined) return;
    directory.assignAll([
      {
        id: idOf('e', 0),
        applicationId: id,
        principalId: sales,
        principalType: 'Group',
        appRoleId: USER_ROLE_ID,
        at,
      },
    ]);
  });
}

interface NewStaff {
  readonly row: (typeof STAFF)[number];
  readonly index: number;
  readonly at: string;
}

function addPerson(directory: Store['directory'], { row, index, at }: NewStaff): void {
  const [givenName, surname, jobTitle, department, city, country, manager] = row;
  const number = String(index + 1).padStart(2, '0');
  const alias = `${givenName}.${surname}`
    .normalize('NFD')
    .replaceAll(/[^a-z.]/gi, '')
    .toLowerCase();
  const address = `${alias}@${DOMAIN}`;
  directory.createUser(
    {
      ...BLANK_USER,
      userPrincipalName: address,
      displayName: `${givenName} ${surname}`,
      givenName,
      surname,
      mail: address,
      mailNickname: alias,
      jobTitle,
      department,
      companyName: 'Contoso',
      employeeId: `10${number}`,
      usageLocation: country,
      country,
      city,
      telephoneNumber: `+1 206 555 01${number}`,
      proxyAddresses: [`SMTP:${address}`],
      accountEnabled: jobTitle !== 'Contractor',
      manager: manager === 0 ? null : idOf('a', manager - 1),
    },
    { objectId: idOf('a', index), at },
  );
}

function listGroups() {
  const kind = 'security' as const;
  const plain = { mail: null, mailNickname: null, kind, securityEnabled: true };
  const places = STAFF.map((_, place) => place);
  const inDepartment = (name: string) => places.filter((place) => STAFF[place]?.[3] === name);
  const managers = places.filter((place) => STAFF.some((row) => row[6] === place + 1));
  return [
    {
      ...plain,
      displayName: 'Engineering',
      description: null,
      members: inDepartment('Engineering'),
    },
    { ...plain, displayName: 'Sales', description: null, members: inDepartment('Sales') },
    {
      ...plain,
      displayName: 'Managers',
      description: 'Those with direct reports',
      members: managers,
    },
  ];
}

/** Fixed, so that every new workspace is the same. */
function idOf(kind: 'a' | 'b' | 'c' | 'd' | 'e', index: number): string {
  return `c0705000-000${kind}-4000-8000-${String(index + 1).padStart(12, '0')}`;
}
