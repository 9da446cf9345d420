// Users to search among: all with the same title, which no other user has, so that a filter can be kept to them.
import type { JsonObject } from '../../../shared/scim/json.ts';
import { expectList, expectSame, textOf } from '../expectations.ts';
import type { Session } from '../session.ts';

export interface People {
  /** Their common title. */
  readonly marker: string;
  readonly ada: JsonObject;
  readonly bob: JsonObject;
  readonly cy: JsonObject;
}

/** Ada is active, has an externalId and a work address; Bob is inactive, has no nickName and a home address. */
export async function makePeople({ newUser, newName }: Session): Promise<People> {
  const marker = newName('m');
  const ada = await newUser({
    userName: `${marker}-Ada`,
    title: marker,
    externalId: `${marker}-X-Ada`,
    nickName: 'Ada',
    displayName: 'Ada L.',
    name: { givenName: 'Ada', familyName: 'Lovelace' },
    emails: [{ value: `ada@${marker}.example`, type: 'work' }],
    active: true,
  });
  const bob = await newUser({
    userName: `${marker}-bob`,
    title: marker,
    displayName: 'Bob B.',
    name: { givenName: 'Bob', familyName: 'Babbage' },
    emails: [{ value: `bob@${marker}.example`, type: 'home' }],
    active: false,
  });
  const cy = await newUser({
    userName: `${marker}-cy`,
    title: marker,
    nickName: 'say "cy" \\ é',
    displayName: 'Cy C.',
    name: { givenName: 'Cy', familyName: 'Curie' },
    active: true,
  });
  return { marker, ada, bob, cy };
}

/** The filter, kept to the people, finds these and no others. */
export async function expectFound(
  { find }: Session,
  people: People,
  wanted: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [filter, names] of Object.entries(wanted)) {
    const kept = / or /.test(filter) ? `(${filter})` : filter; // grouping has a check of its own
    const found = expectList(await find('/Users', `title eq "${people.marker}" and ${kept}`));
    const stems = found.map((user) => textOf(user, 'userName').slice(people.marker.length + 1));
    expectSame(stems, names === '' ? [] : names.split(' '), `${filter} finds`);
  }
}

/** What a check runs that is of filters alone: whom each finds among the people. */
export function finding(
  wanted: (people: People) => Readonly<Record<string, string>>,
): (session: Session) => Promise<void> {
  return async function run(session) {
    const people = await makePeople(session);
    await expectFound(session, people, wanted(people));
  };
}
