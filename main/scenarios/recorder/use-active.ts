// Time that passes is time of the job that is on: where it is the only one, the story is about its application.
import type { Story } from './story.ts';

export async function useActive(story: Story): Promise<void> {
  if (story.application() !== undefined) return;
  const client = story.client();
  const { applications } = await client.call('listApplications', {});
  const active: string[] = [];
  for (const { id } of applications) {
    const { schedule } = await client.call('getJobStatus', { params: { application: id } });
    if (schedule.state === 'Active') active.push(id);
  }
  const [only, ...others] = active;
  if (only !== undefined && others.length === 0) await story.uses(only);
}
