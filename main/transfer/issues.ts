// What an import counts and complains about. Complaints are counted all and kept as far as somebody may read them.
import type { TransferIssue, TransferResult } from '../../shared/admin/transfer.ts';

const MAX_ISSUES = 1_000;

export type Tally = ReturnType<typeof createTally>;

export function createTally() {
  const counts = { created: 0, replaced: 0, skipped: 0, failed: 0 };
  const issues: TransferIssue[] = [];
  let issueCount = 0;
  return {
    count: (outcome: keyof typeof counts) => void (counts[outcome] += 1),
    complain(issue: TransferIssue): void {
      issueCount += 1;
      if (issues.length < MAX_ISSUES) issues.push(issue);
    },
    /** Resources that were looked at. */
    done: () => counts.created + counts.replaced + counts.skipped + counts.failed,
    result: (): TransferResult => ({ ...counts, issues: [...issues], issueCount }),
  };
}
