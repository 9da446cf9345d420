// What several requests hold together: how many, how long, which operations, statuses and resources.
import type { RequestSelectionSummary } from '../../../shared/admin/request-log-pages.ts';
import { Fact } from '../../ui/fact.tsx';
import {
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatNumber,
} from '../../ui/format.ts';
import { Section } from '../../ui/section.tsx';
import { writeSpan } from './request-words.ts';

export function SelectionSummary({ summary }: { readonly summary: RequestSelectionSummary }) {
  const { requests, failures, firstAt, lastAt, totalDurationMs } = summary;
  const more = summary.resourceCount - summary.resources.length;
  return (
    <>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-4 py-3">
        <Fact term="Requests">
          {formatNumber(requests)}, {formatNumber(failures)} failed
        </Fact>
        {firstAt !== null && lastAt !== null && (
          <Fact term="Time span">
            {writeSpan(firstAt, lastAt)}
            <span className="block text-ink-3">
              {formatDateTime(firstAt)} to {formatDateTime(lastAt)}
            </span>
          </Fact>
        )}
        <Fact term="Duration">
          {formatDuration(totalDurationMs)} in all
          {requests > 0 && `, ${formatDuration(totalDurationMs / requests)} on average`}
        </Fact>
        <Fact term="Bytes">
          {formatBytes(summary.requestBytes)} in, {formatBytes(summary.responseBytes)} out
        </Fact>
      </dl>
      <Counts
        title="Operations"
        rows={summary.operations.map(({ operation, requests: count }) => [
          operation.replaceAll('-', ' '),
          count,
        ])}
      />
      <Counts
        title="Statuses"
        rows={summary.statuses.map(({ status, requests: count }) => [
          status === 0 ? 'no answer' : String(status),
          count,
        ])}
      />
      <Counts
        title="Resources"
        rows={summary.resources.map((one) => [
          `${one.resourceType} ${one.resourceName ?? one.resourceId}`,
          one.requests,
        ])}
        note={more > 0 ? `and ${formatCount(more, 'more resource')}` : undefined}
      />
    </>
  );
}

interface CountsProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, number])[];
  readonly note?: string | undefined;
}

function Counts({ title, rows, note }: CountsProps) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(([, count]) => count));
  return (
    <Section title={title}>
      <table aria-label={title} className="w-full table-fixed text-left">
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row" className="truncate py-0.5 pr-2 font-normal" title={name}>
                {name}
              </th>
              <td className="flex items-center gap-2 py-0.5 tabular-nums">
                <span className="w-10 shrink-0 text-right">{formatNumber(count)}</span>
                <span
                  aria-hidden
                  className="h-2 rounded-sm bg-accent"
                  style={{ width: `${(count / most) * 60}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <p className="pt-1 text-ink-3">{note}</p>}
    </Section>
  );
}
