// A recorded body: pretty where it is JSON, raw as it came, and as bytes.
import { useMemo, useState } from 'react';
import type { RecordedBody } from '../../../shared/admin/request-log.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatBytes } from '../../ui/format.ts';
import { parseJson } from '../../ui/json-text.ts';
import { CodeText } from '../../ui/json-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { writeHex } from './details/hex-text.ts';

interface MessageBodyProps {
  /** `request body` or `response body`. */
  readonly what: string;
  readonly body: RecordedBody;
}

type Form = 'pretty' | 'raw' | 'hex';

const RAW_FORMS = [
  { value: 'raw', label: 'Raw' },
  { value: 'hex', label: 'Hex' },
] as const;
const JSON_FORMS = [{ value: 'pretty', label: 'Pretty' }, ...RAW_FORMS] as const;

/** A longer body opens raw: to read and write it as JSON would hold the page up. */
const PRETTY_UP_TO = 2_000_000;
/** Bytes on show; a tool for bytes is the better place for more. */
const HEX_UP_TO = 65_536;

export function MessageBody({ what, body }: MessageBodyProps) {
  const pretty = useMemo(() => writePretty(body.text), [body.text]);
  const [chosen, setForm] = useState<Form>('pretty');
  const form = chosen === 'pretty' && pretty === undefined ? 'raw' : chosen;
  if (body.bytes === 0) {
    return (
      <Section title="Body">
        <p className="text-ink-3">Empty</p>
      </Section>
    );
  }
  return (
    <Section
      title="Body"
      actions={
        <>
          <span className="mr-1 text-sm text-ink-3">{formatBytes(body.bytes)}</span>
          <SegmentedControl<Form>
            label={`Form of the ${what}`}
            options={pretty === undefined ? RAW_FORMS : JSON_FORMS}
            value={form}
            onChange={setForm}
          />
          <CopyButton what={what} text={form === 'pretty' ? (pretty ?? '') : body.text} />
        </>
      }
    >
      {body.truncated && (
        <p className="mb-2 text-warn">
          Cut at the recording limit: the first {formatBytes(body.text.length)} of{' '}
          {formatBytes(body.bytes)}.
        </p>
      )}
      <div className="rounded-md border border-line bg-surface-0 px-3 py-2">
        {form === 'hex' ? (
          <Hex what={what} text={body.text} />
        ) : (
          <CodeText
            label={what}
            text={form === 'pretty' ? (pretty ?? '') : body.text}
            isJson={form === 'pretty'}
          />
        )}
      </div>
    </Section>
  );
}

function Hex({ what, text }: { readonly what: string; readonly text: string }) {
  const bytes = useMemo(() => new TextEncoder().encode(text.slice(0, HEX_UP_TO)), [text]);
  const hex = useMemo(() => writeHex(bytes.subarray(0, HEX_UP_TO)), [bytes]);
  return (
    <>
      <div className="overflow-x-auto whitespace-pre [&_pre]:whitespace-pre">
        <CodeText label={what} text={hex} />
      </div>
      {text.length > HEX_UP_TO && (
        <p className="pt-2 text-ink-3">The first {formatBytes(HEX_UP_TO)}, as UTF-8.</p>
      )}
    </>
  );
}

/** Undefined when it is not JSON, or too long. */
function writePretty(text: string): string | undefined {
  if (text.length > PRETTY_UP_TO) return undefined;
  const json = parseJson(text);
  return json === undefined ? undefined : JSON.stringify(json, null, 2);
}
