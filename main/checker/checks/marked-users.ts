// Users that share a title which no other user has, to be sorted and paged among themselves.
import { isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import { expectList, idOf, textOf } from '../expectations.ts';
import type { Session } from '../session.ts';

export interface Marked {
  /** Finds the users that were made. */
  readonly filter: string;
  readonly users: readonly JsonObject[];
}

export async function makeMarked(session: Session, values: readonly JsonObject[]): Promise<Marked> {
  const title = session.newName('m');
  const users: JsonObject[] = [];
  for (const each of values) users.push(await session.newUser({ title, ...each }));
  return { filter: `title eq "${title}"`, users };
}

/** Asks for the users sorted, and tells their nickNames. */
export async function sortable(session: Session, values: readonly JsonObject[]) {
  const { filter } = await makeMarked(session, values);
  return async (sortBy: string, sortOrder?: string): Promise<readonly string[]> => {
    const rest = `&sortBy=${sortBy}${sortOrder === undefined ? '' : `&sortOrder=${sortOrder}`}`;
    const found = expectList(await session.find('/Users', filter, rest));
    return found.map((user) => textOf(user, 'nickName'));
  };
}

export async function makePages(session: Session, count: number) {
  const values = Array.from({ length: count }, () => ({}));
  const { filter, users } = await makeMarked(session, values);
  return {
    all: users.map(idOf),
    page: async (rest: string) => {
      const answer = await session.find('/Users', filter, rest);
      const body = isJsonObject(answer.body) ? answer.body : {};
      return { ids: expectList(answer).map(idOf), body };
    },
  };
}
