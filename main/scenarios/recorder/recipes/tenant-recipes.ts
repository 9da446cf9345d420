// What is done to the tenant that the job provisions to: answers that it is told to give, and its Secret Token.
import type { ActionDraft } from '../drafts.ts';
import type { Recipes } from '../recipe.ts';
import type { Story } from '../story.ts';

export const tenantRecipes = {
  queueResponse({ params: { tenant }, body }, story) {
    if (!isTarget(tenant, story)) return undefined;
    return () => {
      const { match, status, headers, times, delayMs, body: answer } = body;
      const { method, path, ...others } = match;
      if (status === undefined || delayMs > 0 || Object.keys(others).length > 0) {
        story.leave('An answer that waits, or is for certain requests only, told to the tenant.');
        return;
      }
      const action: ActionDraft = {
        do: 'fail-next',
        ...(method !== undefined && { method }),
        ...(path !== undefined && { path }),
        status,
        ...(Object.keys(headers).length > 0 && { headers }),
        ...(answer !== undefined && { body: answer }),
        times,
      };
      take(story, action);
    };
  },
  clearQueuedResponses: ({ params: { tenant } }, story) =>
    isTarget(tenant, story) ? () => take(story, { do: 'stop-failing' }) : undefined,
  async expireToken({ params }, story) {
    if (!(await isSecretToken(params, story))) return undefined;
    return () => take(story, { do: 'expire-token' });
  },
  async rotateToken({ params, body: { overlapMinutes } }, story) {
    if (!(await isSecretToken(params, story))) return undefined;
    return () => {
      if (overlapMinutes > 0) {
        story.leave('The Secret Token was rotated with the old one valid for a while.');
        return;
      }
      take(story, { do: 'rotate-token', paste: false });
      const application = story.application();
      if (application !== undefined) application.isTokenWrong = true; // until the new one is pasted
    };
  },
} satisfies Recipes;

export function isTarget(tenant: string, story: Story): boolean {
  return story.application()?.target?.tenant === tenant;
}

async function isSecretToken(
  { tenant, id }: { readonly tenant: string; readonly id: string },
  story: Story,
): Promise<boolean> {
  if (!isTarget(tenant, story)) return false;
  const { tokens } = await story.client().call('listTokens', { params: { tenant } });
  return tokens.some((token) => token.id === id && token.isSecretToken);
}

function take({ steps }: Story, action: ActionDraft): void {
  steps.take({ screen: 'integration', actions: [action] });
}
