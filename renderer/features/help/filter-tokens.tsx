// The tokens of the request filter, from the table that the filter itself reads.
import {
  FILTER_TOKENS,
  tokenEntry,
  type TokenEntry,
} from '../../../shared/request-filter/filter-tokens.ts';
import { isTokenName } from '../../../shared/request-filter/filter-tokens.ts';

export function FilterTokens() {
  const entries = Object.keys(FILTER_TOKENS).filter(isTokenName);
  return (
    <table aria-label="Tokens" className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-line-strong">
          <th scope="col" className="py-1 pr-4 font-semibold">
            Token
          </th>
          <th scope="col" className="py-1 pr-4 font-semibold">
            What it looks at
          </th>
          <th scope="col" className="py-1 font-semibold">
            Example
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map((name) => (
          <TokenRow key={name} name={name} entry={tokenEntry(name)} />
        ))}
      </tbody>
    </table>
  );
}

function TokenRow({ name, entry }: { readonly name: string; readonly entry: TokenEntry }) {
  const choices = entry.kind === 'choice' ? entry.choices.map(({ value }) => value) : [];
  return (
    <tr className="border-b border-line/60 align-top">
      <th scope="row" className="py-1.5 pr-4 font-mono text-sm font-normal text-ink-1">
        {name}
      </th>
      <td className="py-1.5 pr-4">
        {entry.meaning}
        {choices.length > 0 && (
          <span className="block text-sm text-ink-3">{choices.join(', ')}</span>
        )}
      </td>
      <td className="py-1.5 font-mono text-sm whitespace-nowrap">{entry.example}</td>
    </tr>
  );
}
