// Attributes of the directory that mappings, filters and expressions may name.
import {
  EXTENSION_ATTRIBUTES,
  USER_TEXT_ATTRIBUTES,
  type DirectoryObjectType,
} from './directory.ts';
import type { AttributeType, SynchronizationSchema } from './mapping.ts';

export interface SourceAttribute {
  readonly name: string;
  readonly type: AttributeType;
  readonly isMultiValued: boolean;
}

const text = (name: string): SourceAttribute => ({ name, type: 'String', isMultiValued: false });
const several = (name: string): SourceAttribute => ({ name, type: 'String', isMultiValued: true });

const COMMON: readonly SourceAttribute[] = [
  text('objectId'),
  text('displayName'),
  { name: 'IsSoftDeleted', type: 'Boolean', isMultiValued: false },
  several('appRoleAssignments'),
  { name: 'createdDateTime', type: 'DateTime', isMultiValued: false },
];

const USER: readonly SourceAttribute[] = [
  ...COMMON,
  text('userPrincipalName'),
  { name: 'accountEnabled', type: 'Boolean', isMultiValued: false },
  text('userType'),
  several('proxyAddresses'),
  several('otherMails'),
  { name: 'manager', type: 'Reference', isMultiValued: false },
  ...USER_TEXT_ATTRIBUTES.map(text),
];

const GROUP: readonly SourceAttribute[] = [
  ...COMMON,
  text('description'),
  text('mail'),
  text('mailNickname'),
  { name: 'securityEnabled', type: 'Boolean', isMultiValued: false },
  { name: 'members', type: 'Reference', isMultiValued: true },
];

const EXTENSIONS: readonly string[] = EXTENSION_ATTRIBUTES;

/** By name, the numbered extension attributes last. */
function sorted(attributes: readonly SourceAttribute[]): readonly SourceAttribute[] {
  const rank = ({ name }: SourceAttribute) => EXTENSIONS.indexOf(name);
  return attributes.toSorted(
    (left, right) => rank(left) - rank(right) || left.name.localeCompare(right.name, 'en'),
  );
}

export const SOURCE_ATTRIBUTES: Readonly<Record<DirectoryObjectType, readonly SourceAttribute[]>> =
  {
    User: sorted(USER),
    Group: sorted(GROUP),
  };

/** Those of every directory, and behind them those that were added to the list of a job. */
export function sourceAttributesOf(
  { userSourceAttributes }: Pick<SynchronizationSchema, 'userSourceAttributes'>,
  objectType: DirectoryObjectType,
): readonly SourceAttribute[] {
  const added = objectType === 'User' ? userSourceAttributes : [];
  return [
    ...SOURCE_ATTRIBUTES[objectType],
    ...added.map((attribute) => ({ ...attribute, isMultiValued: false })),
  ];
}

const NOT_IN_FILTERS: readonly string[] = ['appRoleAssignments', 'members', 'userType', 'manager'];

/** Scoping filters take neither references, dates nor several values, nor the type of a user. */
export function isFilterable({ name, type, isMultiValued }: SourceAttribute): boolean {
  return !isMultiValued && type !== 'DateTime' && !NOT_IN_FILTERS.includes(name);
}
