// What an import or a change of many complains about, line by line.
import type { TransferIssue } from '../../../shared/admin/transfer.ts';
import { formatCount, formatNumber } from '../../ui/format.ts';

const MOST_ISSUES = 50;

interface IssuesProps {
  readonly issues: readonly TransferIssue[];
  readonly count: number;
}

export function Issues({ issues, count }: IssuesProps) {
  const shown = issues.slice(0, MOST_ISSUES);
  return (
    <details className="pt-1 text-sm">
      <summary className="cursor-default text-ink-2 hover:text-ink-1">
        {formatCount(count, 'notice')}
      </summary>
      <ul className="max-h-40 overflow-y-auto pt-1">
        {shown.map((issue, index) => (
          <li key={`${issue.line} ${index}`} className="py-0.5 wrap-anywhere text-ink-2">
            <span className="text-ink-3 tabular-nums">Line {formatNumber(issue.line)}: </span>
            {issue.reason.startsWith(issue.attribute) ? '' : `${issue.attribute} `}
            {issue.reason}
          </li>
        ))}
      </ul>
      {count > shown.length && (
        <p className="pt-1 text-ink-3">and {formatNumber(count - shown.length)} more</p>
      )}
    </details>
  );
}
