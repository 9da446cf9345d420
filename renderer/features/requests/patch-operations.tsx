// The operations of a PATCH message as a table: what each does, where, with which value (RFC 7644 §3.5.2).
import type { RecordedBody } from '../../../shared/admin/request-log.ts';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { formatValue, parseJson } from '../../ui/json-text.ts';
import { Section } from '../../ui/section.tsx';

export function PatchOperations({ body }: { readonly body: RecordedBody }) {
  const operations = readOperations(parseJson(body.text));
  if (operations.length === 0) return null;
  return (
    <Section title="Operations">
      <table aria-label="Operations" className="w-full table-fixed border-collapse text-left">
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className="w-16 py-1 pr-2 font-medium">
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
        <tbody className="font-mono text-sm">
          {operations.map((operation, index) => (
            <tr key={index} className="border-b border-line/60 align-top wrap-anywhere">
              <td className="py-1.5 pr-2">{formatValue(operation['op'])}</td>
              <td className="py-1.5 pr-2">
                {operation['path'] === undefined ? (
                  <span className="font-sans text-ink-3">none: the resource itself</span>
                ) : (
                  formatValue(operation['path'])
                )}
              </td>
              <td className="py-1.5">{shorten(formatValue(operation['value']))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

const LONGEST = 600;

function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}… (all of it in the body)` : text;
}

function readOperations(message: JsonValue | undefined): readonly JsonObject[] {
  if (!isJsonObject(message)) return [];
  const operations = message['Operations'] ?? message['operations'];
  return Array.isArray(operations) ? operations.filter(isJsonObject) : [];
}
