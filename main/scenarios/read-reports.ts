// What the application's logs and mailbox have that came after a mark.
import type { ProvisioningLogRow } from '../../shared/simulator/provisioning-log-pages.ts';
import type { World } from './world.ts';

const PAGE = 1_000;

/** Rows of the provisioning log, the oldest first. */
export async function readLogSince(
  mark: number,
  { client, application }: World,
): Promise<readonly ProvisioningLogRow[]> {
  const rows: ProvisioningLogRow[] = [];
  let after = mark;
  for (;;) {
    const { entries } = await client.call('listProvisioningLogs', {
      params: { application },
      query: { after, limit: PAGE },
    });
    rows.push(...entries.toReversed());
    after = Math.max(after, ...entries.map(({ seq }) => seq));
    if (entries.length < PAGE) return rows;
  }
}

/** How many of a list, the newest first, came after the one with the id of the mark. */
export function countLater(list: readonly { readonly id: string }[], mark: string | null): number {
  const place = list.findIndex(({ id }) => id === mark);
  return place === -1 ? list.length : place;
}
