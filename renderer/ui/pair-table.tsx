// Names and values as wire text: headers, query parameters.
import { cx } from './cx.ts';

const SHORT = 14;

interface PairTableProps {
  readonly label: string;
  readonly pairs: readonly (readonly [string, string])[];
  /** What a name is for, shown under its value. */
  readonly explain?: (name: string) => string | undefined;
}

export function PairTable({ label, pairs, explain }: PairTableProps) {
  // Short names leave the room to the values.
  const isShort = pairs.every(([name]) => name.length <= SHORT);
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-left">
      <thead className="sr-only">
        <tr>
          <th scope="col">Name</th>
          <th scope="col">Value</th>
        </tr>
      </thead>
      <tbody>
        {pairs.map(([name, value], index) => (
          <tr key={`${index} ${name}`} className="border-b border-line/60 align-top">
            <th
              scope="row"
              className={cx(
                'py-1 pr-3 font-mono text-sm font-normal wrap-anywhere text-ink-2',
                isShort ? 'w-3/10' : 'w-2/5',
              )}
            >
              {name}
            </th>
            <td className="py-1 font-mono text-sm wrap-anywhere">
              {value}
              {explain?.(name) !== undefined && (
                <span className="block font-sans text-ink-3">{explain(name)}</span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
