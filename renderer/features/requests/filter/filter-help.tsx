// The filter language at a glance: what a token means, with an example that can be tried.
import { CircleHelp } from 'lucide-react';
import { FILTER_TOKENS, TOKEN_NAMES } from '../../../../shared/request-filter/filter-tokens.ts';
import { PopoverButton } from '../../../ui/popover-button.tsx';

interface FilterHelpProps {
  readonly onTry: (example: string) => void;
}

const RULES = [
  ['status:5xx source:entra', 'Side by side: both'],
  ['source:entra or source:okta', 'One or the other; brackets group'],
  ['not:op:list', 'Without'],
  ['"ada byron"', 'Words in path, operation, names, bodies'],
] as const;

const TOKENS = TOKEN_NAMES.map((name) => {
  const { example, meaning } = FILTER_TOKENS[name];
  return [example, meaning] as const;
});

export function FilterHelp({ onTry }: FilterHelpProps) {
  return (
    <PopoverButton label="Filter help" icon={CircleHelp}>
      {(close) => (
        <div className="w-[34rem] max-w-full p-2">
          <h3 className="pb-1 font-semibold">Filter language</h3>
          <Table
            label="How terms go together"
            rows={RULES}
            onTry={(example) => {
              onTry(example);
              close();
            }}
          />
          <h3 className="pt-3 pb-1 font-semibold">Tokens</h3>
          <Table
            label="Tokens"
            rows={TOKENS}
            onTry={(example) => {
              onTry(example);
              close();
            }}
          />
        </div>
      )}
    </PopoverButton>
  );
}

interface TableProps {
  readonly label: string;
  readonly rows: readonly (readonly [string, string])[];
  readonly onTry: (example: string) => void;
}

function Table({ label, rows, onTry }: TableProps) {
  return (
    <table aria-label={label} className="w-full text-left">
      <tbody>
        {rows.map(([example, meaning]) => (
          <tr key={example} className="align-top">
            <th scope="row" className="w-56 py-px pr-3 font-normal">
              <button
                type="button"
                title="Try it"
                onClick={() => onTry(example)}
                className="min-h-6 rounded px-1 text-left font-mono text-sm text-accent hover:bg-surface-2 hover:underline"
              >
                {example}
              </button>
            </th>
            <td className="py-0.5 text-ink-2">{meaning}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
