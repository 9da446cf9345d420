// Made-up people and groups into the directory.
import type { TransferResult } from '../../../shared/admin/transfer.ts';
import type { GenerateOrder } from '../../../shared/simulator/directory-views.ts';
import { madeUpGroups, madeUpPeople } from './made-up-people.ts';
import {
  createTally,
  inPortions,
  storeGroup,
  storePerson,
  type PeopleStore,
  type WorkControl,
} from './store-people.ts';

export async function generatePeople(
  target: PeopleStore,
  order: GenerateOrder,
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
  await inPortions(await madeUpGroups(order), target, {
    ...control,
    tally,
    write({ members, ...group }) {
      const memberIds = members.map((index) => ids[index]).filter((id) => id !== undefined);
      storeGroup(target, tally, { ...group, memberIds });
    },
  });
  return tally.result();
}
