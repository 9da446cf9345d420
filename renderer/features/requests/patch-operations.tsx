// The operations of a PATCH message as a table: what each does, where, with which value (RFC 7644 §3.5.2); as they were
// sent, or in the form that the RFC gives them.
import { useMemo, useState } from 'react';
import type { RecordedBody } from '../../../shared/admin/request-log.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import { formatCount } from '../../ui/format.ts';
import { formatValue, parseJson } from '../../ui/json-text.ts';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { readOperations, type SentOperation } from './details/normalise-operations.ts';

const MOST_ROWS = 200;
const FORMS = [
  { value: 'sent', label: 'As sent' },
  { value: 'normal', label: 'By the RFC' },
] as const;

export function PatchOperations({ body }: { readonly body: RecordedBody }) {
  const operations = useMemo(() => readOperations(parseJson(body.text)), [body.text]);
  const [form, setForm] = useState<'sent' | 'normal'>('sent');
  if (operations.length === 0) return null;
  const isDifferent = operations.some(({ normal }) => normal.length > 0);
  const all = operations.flatMap(form === 'sent' ? readSent : readNormal);
  const rows = all.slice(0, MOST_ROWS);
  return (
    <Section
      title="Operations"
      actions={
        isDifferent && (
          <SegmentedControl
            label="Form of the operations"
            options={FORMS}
            value={form}
            onChange={setForm}
          />
        )
      }
    >
      <table aria-label="Operations" className="w-full table-fixed border-collapse text-left">
        <Head />
        <tbody className="font-mono text-sm">
          {rows.map(({ op, path, value }, index) => (
            <tr key={index} className="border-b border-line/60 align-top wrap-anywhere">
              <td className="py-1.5 pr-2">{op}</td>
              <td className="py-1.5 pr-2">
                {path === '' ? (
                  <span className="font-sans text-ink-3">none: the resource itself</span>
                ) : (
                  path
                )}
              </td>
              <td className="py-1.5 whitespace-pre-line">
                {shorten(formatValue(value))}
                {typeof value === 'boolean' && (
                  <span className="font-sans text-ink-3"> (boolean)</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {all.length > rows.length && (
        <p className="pt-2 text-ink-3">
          The first {rows.length} of {formatCount(all.length, 'operation')}; the body has them all.
        </p>
      )}
    </Section>
  );
}

function Head() {
  return (
    <thead>
      <tr className="border-b border-line text-sm text-ink-3">
        <th scope="col" className="w-20 py-1 pr-2 font-medium">
          op
        </th>
        <th scope="col" className="w-2/5 py-1 pr-2 font-medium">
          path
        </th>
        <th scope="col" className="py-1 font-medium">
          value
        </th>
      </tr>
    </thead>
  );
}

interface OperationRow {
  readonly op: string;
  readonly path: string;
  readonly value: JsonValue | undefined;
}

function readSent({ sent }: SentOperation): readonly OperationRow[] {
  return [{ op: formatValue(sent['op']), path: formatValue(sent['path']), value: sent['value'] }];
}

function readNormal(operation: SentOperation): readonly OperationRow[] {
  return operation.normal.length > 0 ? operation.normal : readSent(operation);
}

const LONGEST = 600;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (all of it in the body)` : text;
}
