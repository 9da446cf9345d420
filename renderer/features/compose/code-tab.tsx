// The composed request as code, for a terminal, a script or another tool.
import { useMemo } from 'react';
import type { ComposedRequest } from '../../../shared/admin/compose.ts';
import { encodeTarget } from '../../../shared/compose/encode-target.ts';
import type { ExportFormat } from '../../../shared/export/formats.ts';
import type { OutgoingRequest } from '../../../shared/export/outgoing-request.ts';
import { writeCode } from '../../../shared/export/write-export.ts';
import { HTTP_FILE_HEAD, writeHttpFile } from '../../../shared/export/write-http-file.ts';
import { writePostmanCollection } from '../../../shared/export/write-postman.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CodeText } from '../../ui/json-view.tsx';
import { useExportChoice } from '../export/export-choice.ts';
import { ExportFormatField } from '../export/export-format-field.tsx';
import { ONE_REQUEST_OPTIONS } from '../export/format-options.ts';
import { useTargets } from './use-targets.ts';

interface CodeTabProps {
  readonly name: string;
  readonly request: ComposedRequest;
}

/** These tell of an answer too, and this request has none. */
const OF_EXCHANGES: readonly ExportFormat[] = ['har', 'expectation', 'markdown', 'csv', 'jsonl'];
const OPTIONS = ONE_REQUEST_OPTIONS.filter(({ value }) => !OF_EXCHANGES.includes(value));

export function CodeTab({ name, request }: CodeTabProps) {
  const chosen = useExportChoice((choice) => choice.codeFormat);
  const format = OF_EXCHANGES.includes(chosen) ? 'curl' : chosen;
  const targets = useTargets();
  const text = useMemo(() => {
    const { target } = request;
    const slug = target.kind === 'tenant' ? target.tenant : '';
    const baseUrl =
      target.kind === 'url'
        ? target.baseUrl
        : (targets.find((one) => one.slug === slug)?.url ?? '');
    return write(format, toOutgoing(request, baseUrl), name);
  }, [format, request, targets, name]);
  const label = OPTIONS.find(({ value }) => value === format)?.label ?? '';
  return (
    <div className="flex flex-col gap-3 p-3">
      <div className="flex flex-wrap items-end gap-2">
        <ExportFormatField options={OPTIONS} format={format} />
        <CopyButton what={label} caption="Copy" text={text} />
        <p className="text-sm text-ink-3">The token is left to a variable.</p>
      </div>
      <div className="rounded-md border border-line bg-surface-0 px-3 py-2">
        <CodeText label={`Request as ${label}`} text={text} />
      </div>
    </div>
  );
}

function toOutgoing(request: ComposedRequest, baseUrl: string): OutgoingRequest {
  const { method, path, headers, body, target } = request;
  const others = headers.filter(([header]) => header.toLowerCase() !== 'authorization');
  const hasToken =
    target.kind === 'tenant' || target.token !== null || others.length < headers.length;
  return {
    method,
    url: encodeTarget(baseUrl.replace(/\/+$/, '') + path),
    headers: others,
    authorization: hasToken ? { scheme: 'Bearer', token: null } : null,
    body,
  };
}

function write(format: ExportFormat, request: OutgoingRequest, name: string): string {
  if (format === 'http') return HTTP_FILE_HEAD + writeHttpFile(request, name);
  if (format === 'postman') return writePostmanCollection(request, name);
  if (format === 'har' || format === 'expectation' || format === 'markdown') return '';
  if (format === 'csv' || format === 'jsonl') return '';
  return writeCode(format, request, 'prompt');
}
