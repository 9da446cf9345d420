// People and groups that are there at once, in an order in which each can be made: the people, then their managers, then the
// groups. Who is not among those who are named is left out of them.
import { describeNewGroup, describeNewUser } from './describe-people.ts';
import type { Domains } from './domains.ts';
import type { ActionDraft } from './drafts.ts';
import type { Seed } from './people.ts';

type UserSeed = Extract<Seed, { type: 'User' }>;
type GroupSeed = Extract<Seed, { type: 'Group' }>;

interface Naming {
  readonly domains: Domains;
  /** What somebody is called; undefined for whom the story does not have. */
  readonly labelOf: (id: string) => string | undefined;
}

/** What is empty is left out. */
export function describePopulation(
  seeds: readonly Seed[],
  naming: Naming,
): readonly (readonly ActionDraft[])[] {
  const users = seeds.filter((seed): seed is UserSeed => seed.type === 'User');
  const groups = seeds.filter((seed): seed is GroupSeed => seed.type === 'Group');
  return [
    users.map(({ user }) => describeNewUser(user, naming)),
    users.flatMap((seed) => describeManager(seed, naming)),
    sortGroups(groups).map(({ group, memberIds }) =>
      describeNewGroup(group, labelAll(memberIds, naming), naming),
    ),
  ].filter((actions) => actions.length > 0);
}

function describeManager({ user }: UserSeed, { labelOf }: Naming): readonly ActionDraft[] {
  const manager = user.manager === null ? undefined : labelOf(user.manager);
  const label = labelOf(user.objectId);
  if (manager === undefined || label === undefined) return [];
  return [{ do: 'change-user', user: label, attributes: { manager } }];
}

function labelAll(ids: readonly string[], { labelOf }: Naming): readonly string[] {
  return ids.map(labelOf).filter((label) => label !== undefined);
}

/** Groups that are members come first; those that hold each other stay as they are. */
function sortGroups(groups: readonly GroupSeed[]): readonly GroupSeed[] {
  const byId = new Map(groups.map((seed) => [seed.group.objectId, seed]));
  const sorted = new Set<GroupSeed>();
  const begun = new Set<GroupSeed>();

  function visit(seed: GroupSeed): void {
    if (begun.has(seed)) return;
    begun.add(seed);
    for (const id of seed.memberIds) {
      const member = byId.get(id);
      if (member !== undefined) visit(member);
    }
    sorted.add(seed);
  }

  for (const seed of groups) visit(seed);
  return [...sorted];
}
