// People and groups of the directory: created, changed, deleted, restored, purged; members; many at once.
import type { DirectoryUser } from '../../../../shared/simulator/directory.ts';
import {
  describeGroupChange,
  describeNewGroup,
  describeNewUser,
  describeUserChange,
} from '../describe-people.ts';
import type { ActionDraft } from '../drafts.ts';
import type { Recipes } from '../recipe.ts';
import type { Story } from '../story.ts';
import { watchManyPeople } from './many-people.ts';

const SCREEN = 'directory';

export const directoryRecipes = {
  async createDirectoryUser({ body }, story) {
    await story.people.meet(body.manager == null ? [] : [body.manager]);
    return (user) => {
      story.people.noteUser(user);
      const manager = user.manager === null ? undefined : story.people.label(user.manager);
      take(story, [describeNewUser(user, story, manager)]);
    };
  },
  async updateDirectoryUser({ params: { id }, body }, story) {
    await story.people.meet([id, ...(body.manager == null ? [] : [body.manager])]);
    const before = await readUser(id, story);
    return (after) => {
      take(story, [describeUserChange(before, after, story)]);
      story.people.noteUser(after);
    };
  },
  async changeDirectoryUserQuickly({ params: { id }, body }, story) {
    const manager = body.kind === 'move' && body.manager != null ? [body.manager] : [];
    await story.people.meet([id, ...manager]);
    const before = await readUser(id, story);
    return (after) => {
      const user = story.people.label(id);
      const change = describeUserChange(before, after, story);
      if (change !== undefined) take(story, [change]);
      if (body.kind === 'leave') take(story, [{ do: 'delete-user', user }]);
      story.people.noteUser(after);
    };
  },
  async deleteDirectoryUser({ params: { id } }, story) {
    await story.people.meet([id]);
    return () => take(story, [{ do: 'delete-user', user: story.people.label(id) }]);
  },
  async createDirectoryGroup(_input, story) {
    return (group) => {
      story.people.noteGroup(group);
      take(story, [describeNewGroup(group, [], story)]);
    };
  },
  async updateDirectoryGroup({ params: { id } }, story) {
    await story.people.meet([id]);
    const before = await story.client().call('getDirectoryGroup', { params: { id } });
    return (after) => {
      const label = story.people.label(id);
      take(story, describeGroupChange(before, after, { label, domains: story.domains }));
      story.people.noteGroup(after);
    };
  },
  async deleteDirectoryGroup({ params: { id } }, story) {
    await story.people.meet([id]);
    return () => take(story, [{ do: 'delete-group', group: story.people.label(id) }]);
  },
  async changeDirectoryMembers({ params: { id }, body: { add, remove } }, story) {
    await story.people.meet([id, ...add, ...remove]);
    return () => {
      const group = story.people.label(id);
      const labels = (ids: readonly string[]) => ids.map(story.people.label);
      if (add.length > 0) take(story, [{ do: 'add-members', group, members: labels(add) }]);
      if (remove.length > 0)
        take(story, [{ do: 'remove-members', group, members: labels(remove) }]);
    };
  },
  async restoreDirectoryObject({ params: { id } }, story) {
    await story.people.meet([id]);
    return ({ objectType }) => {
      const label = story.people.label(id);
      take(story, [
        objectType === 'User'
          ? { do: 'restore-user', user: label }
          : { do: 'restore-group', group: label },
      ]);
    };
  },
  async purgeDirectoryObject({ params: { id } }, story) {
    await story.people.meet([id]);
    return ({ objectType }) => {
      const label = story.people.label(id);
      take(story, [
        objectType === 'User'
          ? { do: 'purge-user', user: label }
          : { do: 'purge-group', group: label },
      ]);
      story.people.forget(id);
    };
  },
  generateDirectory: (_input, story) => watchManyPeople(story),
  importDirectory: (_input, story) => watchManyPeople(story),
} satisfies Recipes;

async function readUser(id: string, { client }: Story): Promise<DirectoryUser> {
  return (await client().call('getDirectoryUser', { params: { id } })).user;
}

function take({ steps }: Story, actions: readonly (ActionDraft | undefined)[]): void {
  steps.take({ screen: SCREEN, actions: actions.filter((action) => action !== undefined) });
}
