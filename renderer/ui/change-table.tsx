// What a change did to a resource, attribute by attribute, before and after.
import { Minus, PencilLine, Plus } from 'lucide-react';
import { useState } from 'react';
import type { AttributeChange } from '../../shared/admin/request-log.ts';
import type { JsonValue } from '../../shared/scim/json.ts';
import { cx } from './cx.ts';
import { formatValue, splitPath } from './json-text.ts';
import { TONE_TEXT } from './tone.ts';

interface ChangeTableProps {
  readonly label: string;
  readonly changes: readonly AttributeChange[];
}

const KINDS = {
  added: { icon: Plus, word: 'Added', tone: 'good' },
  removed: { icon: Minus, word: 'Removed', tone: 'bad' },
  changed: { icon: PencilLine, word: 'Changed', tone: 'accent' },
} as const;

const LONG = 240;

export function ChangeTable({ label, changes }: ChangeTableProps) {
  return (
    <table aria-label={label} className="w-full table-fixed border-collapse text-left">
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <th scope="col" className="w-[34%] py-1 pr-2 font-medium">
            Attribute
          </th>
          <th scope="col" className="py-1 pr-2 font-medium">
            Before
          </th>
          <th scope="col" className="py-1 font-medium">
            After
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => (
          <ChangeRow key={`${change.kind} ${change.path}`} change={change} />
        ))}
      </tbody>
    </table>
  );
}

function ChangeRow({ change }: { readonly change: AttributeChange }) {
  const { icon: Icon, word, tone } = KINDS[change.kind];
  return (
    <tr className="border-b border-line/60 align-top">
      <th scope="row" className="py-1.5 pr-2 font-normal">
        <span className="flex gap-1.5">
          <Icon
            role="img"
            aria-label={word}
            className={cx('mt-0.5 size-3.5 shrink-0', TONE_TEXT[tone])}
          />
          <AttributePath path={change.path} />
        </span>
      </th>
      <ValueCell value={change.before} isGone />
      <ValueCell value={change.after} />
    </tr>
  );
}

function AttributePath({ path }: { readonly path: string }) {
  const { urn, attribute } = splitPath(path);
  return (
    <span className="min-w-0 font-mono text-sm wrap-anywhere">
      {urn !== '' && <span className="block text-xs text-ink-3">{urn}</span>}
      {attribute}
    </span>
  );
}

interface ValueCellProps {
  readonly value: JsonValue | undefined;
  readonly isGone?: boolean;
}

function ValueCell({ value, isGone = false }: ValueCellProps) {
  const [isWhole, setIsWhole] = useState(false);
  const text = formatValue(value);
  const isLong = text.length > LONG;
  return (
    <td className="py-1.5 pr-2 font-mono text-sm wrap-anywhere whitespace-pre-line">
      {value === undefined ? (
        <span className="text-ink-3">–</span>
      ) : (
        <span className={isGone ? 'text-ink-2' : 'text-ink-1'}>
          {isLong && !isWhole ? `${text.slice(0, LONG)}…` : text}
        </span>
      )}
      {isLong && (
        <button
          type="button"
          className="ml-1 font-sans font-medium text-accent underline-offset-2 hover:underline"
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'Show less' : 'Show all'}
        </button>
      )}
    </td>
  );
}
