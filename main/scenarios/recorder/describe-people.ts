// People and groups of the directory as actions of a scenario that make or change them. What the runner gives by itself is
// left out.
import { isDeepStrictEqual } from 'node:util';
import {
  BLANK_USER,
  type DirectoryGroup,
  type DirectoryUser,
} from '../../../shared/simulator/directory.ts';
import type { ActionDraft } from './drafts.ts';
import type { Domains } from './domains.ts';
import type { People } from './people.ts';

type Value = string | boolean | string[] | Record<string, string> | null;
type Attributes = Record<string, Value>;

export interface Describing {
  readonly people: Pick<People, 'label'>;
  readonly domains: Domains;
}

const ATTRIBUTES = Object.keys(BLANK_USER).filter((name) => name !== 'manager');

/** Without the manager where no label is given: who may be made later. */
export function describeNewUser(
  user: DirectoryUser,
  { domains }: Pick<Describing, 'domains'>,
  manager?: string,
): ActionDraft {
  const { displayName } = user;
  const [givenName = displayName, ...rest] = displayName.split(' ');
  const given: Attributes = {
    ...BLANK_USER,
    mail: user.userPrincipalName,
    mailNickname: user.userPrincipalName.split('@')[0] ?? null,
    givenName,
    surname: rest.join(' ') || null,
  };
  const userPrincipalName = domains.principal(user.userPrincipalName);
  const attributes = {
    ...differences(given, user, domains),
    ...(manager !== undefined && { manager }),
  };
  return { do: 'create-user', userPrincipalName, displayName, ...unlessEmpty(attributes) };
}

/** Undefined where nothing is different. */
export function describeUserChange(
  before: DirectoryUser,
  after: DirectoryUser,
  { people, domains }: Describing,
): ActionDraft | undefined {
  const attributes: Attributes = {
    ...(before.displayName !== after.displayName && { displayName: after.displayName }),
    ...(before.userPrincipalName !== after.userPrincipalName && {
      userPrincipalName: domains.relative(after.userPrincipalName),
    }),
    ...differences(before, after, domains),
    ...(before.manager !== after.manager && {
      manager: after.manager === null ? null : people.label(after.manager),
    }),
  };
  if (Object.keys(attributes).length === 0) return undefined;
  return { do: 'change-user', user: people.label(after.objectId), attributes };
}

function differences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  domains: Domains,
): Attributes {
  const changed = ATTRIBUTES.filter((name) => !isDeepStrictEqual(before[name], after[name]));
  const pairs = changed.map((name) => [name, relativeValue(after[name], domains)] as const);
  return Object.fromEntries(pairs);
}

function relativeValue(value: unknown, { relative }: Domains): Value {
  if (typeof value === 'string') return relative(value);
  if (Array.isArray(value)) return value.map((each) => relative(String(each)));
  if (typeof value === 'object' && value !== null) {
    const pairs = Object.entries(value).map(([name, each]) => [name, relative(String(each))]);
    return Object.fromEntries(pairs) as Record<string, string>; // pairs of texts
  }
  return typeof value === 'boolean' ? value : null;
}

const BLANK_GROUP = {
  kind: 'security',
  securityEnabled: true,
  description: null,
  mail: null,
  mailNickname: null,
} as const;

type GroupAttributes = Record<string, string | boolean | null>;

export function describeNewGroup(
  group: DirectoryGroup,
  members: readonly string[],
  { domains }: Pick<Describing, 'domains'>,
): ActionDraft {
  const attributes = groupDifferences(BLANK_GROUP, group, domains);
  return {
    do: 'create-group',
    displayName: group.displayName,
    ...(members.length > 0 && { members: [...members] }),
    ...unlessEmpty(attributes),
  };
}

/** Its name and its other attributes, what of both is different. */
export function describeGroupChange(
  before: DirectoryGroup,
  after: DirectoryGroup,
  { label, domains }: { readonly label: string; readonly domains: Domains },
): readonly ActionDraft[] {
  const { displayName } = after;
  const attributes = groupDifferences(before, after, domains);
  return [
    ...(Object.keys(attributes).length === 0
      ? []
      : [{ do: 'change-group', group: label, attributes } as const]),
    ...(before.displayName === displayName
      ? []
      : [{ do: 'rename-group', group: label, displayName } as const]),
  ];
}

function groupDifferences(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
  { relative }: Domains,
): GroupAttributes {
  const changed = Object.keys(BLANK_GROUP).filter(
    (name) => !isDeepStrictEqual(before[name], after[name]),
  );
  const pairs = changed.map((name) => {
    const value = after[name];
    const told = typeof value === 'string' ? relative(value) : value === true;
    return [name, value === null ? null : told] as const;
  });
  return Object.fromEntries(pairs);
}

function unlessEmpty<Values extends object>(attributes: Values) {
  return Object.keys(attributes).length === 0 ? {} : { attributes };
}
