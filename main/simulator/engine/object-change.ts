// What became of one object, to be kept as one: its connection, the members that are known, its escrow and its entry in
// the provisioning log.
import type { EscrowEntry } from '../../../shared/simulator/job-run.ts';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import type { EscrowKind } from '../../store/sync-jobs/escrows.ts';
import type { Link } from '../../store/sync-jobs/links.ts';
import type { Store } from '../../store/open-store.ts';

export interface ObjectChange {
  readonly sourceId: string;
  /** Null: the connection goes; absent: it stays as it is. */
  readonly link?: Link | null;
  /** Of a group. */
  readonly members?: { readonly added: readonly string[]; readonly removed: readonly string[] };
  /** The escrow of that kind: written, or gone where `entry` is null. */
  readonly escrow?: { readonly kind: EscrowKind; readonly entry: EscrowEntry | null };
  /** Absent: nothing worth an entry. */
  readonly summary?: ProvisioningObjectSummary;
}

/** Returns the groups whose known members it has changed by removing a connection. */
export function commitChange(
  store: Pick<Store, 'transaction' | 'syncJobs' | 'provisioningLog'>,
  jobKey: number,
  change: ObjectChange,
): readonly string[] {
  return store.transaction(() => {
    const { links, linkMembers, escrows } = store.syncJobs;
    const { sourceId, link, members, escrow, summary } = change;
    const forgotten = mustForget(links.find(jobKey, sourceId), change)
      ? linkMembers.forget(jobKey, sourceId)
      : [];
    if (link === null) links.remove(jobKey, sourceId);
    else if (link !== undefined) links.write(jobKey, link);
    if (members !== undefined) {
      linkMembers.add(jobKey, sourceId, members.added);
      linkMembers.remove(jobKey, sourceId, members.removed);
    }
    if (escrow?.entry === null) escrows.remove(jobKey, sourceId, escrow.kind);
    else if (escrow !== undefined) escrows.write(jobKey, escrow.entry);
    if (summary !== undefined) store.provisioningLog.append([summary]);
    return forgotten;
  });
}

/** Another object of the target has other members, and is none in other groups. */
function mustForget(before: Link | undefined, { link }: ObjectChange): boolean {
  if (before === undefined || link === undefined) return false;
  return link === null || link.targetId !== before.targetId;
}
