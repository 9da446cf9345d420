// A recorded body: pretty where it is JSON, and raw as it came.
import { useState } from 'react';
import type { RecordedBody } from '../../../shared/admin/request-log.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatBytes } from '../../ui/format.ts';
import { parseJson } from '../../ui/json-text.ts';
import { CodeText, JsonView } from '../../ui/json-view.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';

interface MessageBodyProps {
  /** `request body` or `response body`. */
  readonly what: string;
  readonly body: RecordedBody;
}

const FORMS = [
  { value: 'pretty', label: 'Pretty' },
  { value: 'raw', label: 'Raw' },
] as const;

export function MessageBody({ what, body }: MessageBodyProps) {
  const [form, setForm] = useState<'pretty' | 'raw'>('pretty');
  if (body.bytes === 0) {
    return (
      <Section title="Body">
        <p className="text-ink-3">Empty</p>
      </Section>
    );
  }
  const json = parseJson(body.text);
  const isPretty = json !== undefined && form === 'pretty';
  return (
    <Section
      title="Body"
      actions={
        <>
          <span className="mr-1 text-sm text-ink-3">{formatBytes(body.bytes)}</span>
          {json !== undefined && (
            <SegmentedControl
              label={`Form of the ${what}`}
              options={FORMS}
              value={form}
              onChange={setForm}
            />
          )}
          <CopyButton what={what} text={isPretty ? JSON.stringify(json, null, 2) : body.text} />
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
        {isPretty ? (
          <JsonView label={what} value={json} />
        ) : (
          <CodeText label={what} text={body.text} />
        )}
      </div>
    </Section>
  );
}
