// The enterprise application: app roles, and who is assigned in which.
import { DEFAULT_ACCESS_ROLE_ID } from '../../../../shared/simulator/application.ts';
import type { ListedAssignment } from '../../../../shared/simulator/application-routes.ts';
import { scenarioFailure } from '../../scenario-failure.ts';
import type { ActionDraft } from '../drafts.ts';
import type { Recipes } from '../recipe.ts';
import type { Story } from '../story.ts';

const SCREEN = 'users-and-groups';
const PAGE = 1_000;

export const applicationRecipes = {
  createApplication: (_input, story) => story.begins,
  async createAppRole({ params, body: { displayName, value, isEnabled } }, story) {
    if (!(await story.uses(params.application))) return undefined;
    return () => {
      take(story, [{ do: 'create-role', displayName, value }]);
      if (!isEnabled)
        story.leave(
          `The app role ${displayName} was created disabled: in the story it is enabled.`,
        );
    };
  },
  async assignPrincipals({ params: { application }, body }, story) {
    if (!(await story.uses(application))) return undefined;
    const { principals, appRoleId } = body;
    await story.people.meet(principals);
    const role = await nameRole(appRoleId, application, story);
    return () => {
      const labels = principals.map(story.people.label);
      const [only, ...others] = labels;
      const to = only !== undefined && others.length === 0 ? only : labels;
      take(story, [{ do: 'assign', to, ...(role !== 'User' && { role }) }]);
    };
  },
  async changeAssignmentRole({ params, body: { appRoleId } }, story) {
    if (!(await story.uses(params.application))) return undefined;
    const { changed, others } = await readAssignment(params, story);
    const role = await nameRole(appRoleId, params.application, story);
    await story.people.meet([changed.principalId]);
    return () => {
      const who = story.people.label(changed.principalId);
      take(
        story,
        others.length === 0
          ? [{ do: 'change-role', of: who, role }]
          : [
              { do: 'unassign', from: who, role: changed.roleName },
              { do: 'assign', to: who, role },
            ],
      );
    };
  },
  async removeAssignment({ params }, story) {
    if (!(await story.uses(params.application))) return undefined;
    const { changed, others } = await readAssignment(params, story);
    await story.people.meet([changed.principalId]);
    return () => {
      const from = story.people.label(changed.principalId);
      const role = others.length > 0 && { role: changed.roleName };
      take(story, [{ do: 'unassign', from, ...role }]);
    };
  },
} satisfies Recipes;

/** The assignment, and the other ones of the same user or group. */
async function readAssignment(
  { application, assignment }: { readonly application: string; readonly assignment: string },
  { client }: Story,
) {
  const all: ListedAssignment[] = [];
  for (;;) {
    const query = { offset: all.length, limit: PAGE };
    const page = await client().call('listAssignments', { params: { application }, query });
    all.push(...page.assignments);
    if (page.assignments.length < PAGE) break;
  }
  const changed = all.find(({ id }) => id === assignment);
  if (changed === undefined) throw scenarioFailure('The assignment was not found.');
  const others = all.filter(
    ({ id, principalId }) => id !== assignment && principalId === changed.principalId,
  );
  return { changed, others };
}

async function nameRole(id: string, application: string, { client }: Story): Promise<string> {
  if (id === DEFAULT_ACCESS_ROLE_ID) return 'Default Access';
  const { appRoles } = await client().call('getApplication', { params: { application } });
  return appRoles.find((role) => role.id === id)?.displayName ?? id;
}

function take({ steps }: Story, actions: readonly ActionDraft[]): void {
  steps.take({ screen: SCREEN, actions });
}
