// Made-up people and groups into the directory.
import type { TransferResult } from '../../../shared/admin/transfer.ts';
import { madeUpGroups, madeUpPeople, type PeopleOrder } from './made-up-people.ts';
import {
  createTally,
  inPortions,
  storeGroup,
  storePerson,
  type PeopleStore,
  type WorkControl,
} from './store-people.ts';

const PAGE = 500;

export async function generatePeople(
  target: PeopleStore,
  order: PeopleOrder,
  control: WorkControl,
): Promise<TransferResult> {
  const tally = createTally();
  /** Of each person, in order; undefined where one could not be stored. */
  const ids: (string | undefined)[] = [];
  await inPortions(madeUpPeople(order), target, {
    ...control,
    tally,
    write(person) {
      const { managerIndex } = person;
      const manager = managerIndex === null ? null : (ids[managerIndex] ?? null);
      const setting = { ...person.setting, manager };
      ids[person.index] = storePerson(target, tally, { ...person, setting });
    },
  });
  const taken = readGroupNames(target.store.directory);
  await inPortions(await madeUpGroups(order), target, {
    ...control,
    tally,
    write({ members, ...group }) {
      const memberIds = members.map((index) => ids[index]).filter((id) => id !== undefined);
      const isNew = target.store.directory.findGroup(group.objectId) === undefined;
      const { displayName } = group.setting;
      const name = isNew ? takeFreeName(displayName, taken) : displayName;
      const setting = { ...group.setting, displayName: name };
      storeGroup(target, tally, { ...group, setting, memberIds });
    },
  });
  return tally.result();
}

/** Folded: a target that matches groups by displayName takes two of one name for one. */
function readGroupNames({ readGroups }: PeopleStore['store']['directory']): Set<string> {
  const names = new Set<string>();
  let page = readGroups(null, PAGE);
  while (page.length > 0) {
    for (const { displayName } of page) names.add(displayName.toLowerCase());
    page = readGroups(page.at(-1)?.objectId ?? null, PAGE);
  }
  return names;
}

function takeFreeName(wanted: string, taken: Set<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number += 1) name = `${wanted} ${number}`;
  taken.add(name.toLowerCase());
  return name;
}
