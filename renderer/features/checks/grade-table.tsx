// How many checks of each grade passed, failed and were skipped.
import type { CheckGrade, CheckReport } from '../../../shared/checker/report.ts';
import { isBinding } from '../../../shared/checker/report.ts';
import { formatCount } from '../../ui/format.ts';

const GRADES: readonly CheckGrade[] = ['MUST', 'SHOULD', 'MAY', 'INTEROP'];

export function GradeTable({ report }: { readonly report: CheckReport }) {
  const { totals, preset, requests } = report;
  return (
    <div>
      <table aria-label="Outcome by grade" className="w-full max-w-xl text-left tabular-nums">
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className="py-1 font-medium">
              Grade
            </th>
            {['Passed', 'Failed', 'Skipped'].map((head) => (
              <th key={head} scope="col" className="w-20 py-1 text-right font-medium">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {GRADES.map((grade) => (
            <tr key={grade} className="border-b border-line/60">
              <th scope="row" className="py-1 font-normal">
                {grade}
                {isBinding(grade, preset) && <span className="text-ink-3"> · decides</span>}
              </th>
              <td className="py-1 text-right">{totals[grade].passed}</td>
              <td className={totals[grade].failed > 0 ? FAILED : 'py-1 text-right'}>
                {totals[grade].failed}
              </td>
              <td className="py-1 text-right text-ink-3">{totals[grade].skipped}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-1.5 text-sm text-ink-3">{formatCount(requests, 'request')} sent</p>
    </div>
  );
}

const FAILED = 'py-1 text-right font-semibold text-bad';
