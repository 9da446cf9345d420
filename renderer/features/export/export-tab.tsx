// One request in another form, to copy or save: code that sends it again, or the whole exchange.
import { useMemo } from 'react';
import { Download } from 'lucide-react';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { EXPORT_FORMATS, type ExportFormat } from '../../../shared/export/formats.ts';
import { createRedactor } from '../../../shared/export/redact-request.ts';
import { exportFileName, writeOne } from '../../../shared/export/write-export.ts';
import { useConnection } from '../../api/use-connection.ts';
import { useStatus } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CodeText } from '../../ui/json-view.tsx';
import { saveText } from '../../ui/save-text.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { useExportChoice, useRedaction } from './export-choice.ts';
import { ExportFormatField } from './export-format-field.tsx';
import { ONE_REQUEST_OPTIONS } from './format-options.ts';
import { RedactionFields } from './redaction-fields.tsx';

export function ExportTab({ request }: { readonly request: RequestDetails }) {
  const format = useExportChoice((choice) => choice.codeFormat);
  const text = useExportedText(request, format);
  const { label, mediaType } = EXPORT_FORMATS[format];
  if (text === undefined) return <Skeleton label="Writing the export" lines={6} />;
  const fileName = exportFileName(format, `request-${request.id}`);
  return (
    <div className="flex flex-col gap-3 p-4">
      <div className="flex flex-wrap items-end gap-2">
        <ExportFormatField options={ONE_REQUEST_OPTIONS} format={format} />
        <CopyButton what={label} caption="Copy" text={text} />
        <Button onPress={() => saveText({ fileName, mediaType, text })}>
          <Download aria-hidden className="size-3.5" />
          Download
        </Button>
      </div>
      <RedactionFields />
      <p className="text-sm text-ink-3">{tellToken(format)}</p>
      <div className="rounded-md border border-line bg-surface-0 px-3 py-2">
        <CodeText label={`Request as ${label}`} text={text} isJson={mediaType.includes('json')} />
      </div>
    </div>
  );
}

/** Undefined until the server's address is known. */
function useExportedText(request: RequestDetails, format: ExportFormat): string | undefined {
  const { authorization, people } = useRedaction();
  const scimUrl = useStatus().data?.scimUrl;
  const connection = useConnection().data;
  return useMemo(() => {
    if (scimUrl === undefined) return undefined;
    const token = authorization === 'token' ? (connection?.secretToken ?? null) : null;
    const redacted = createRedactor({ authorization, people })(request, token);
    return writeOne(format, redacted, { origin: new URL(scimUrl).origin });
  }, [request, format, authorization, people, scimUrl, connection]);
}

function tellToken(format: ExportFormat): string {
  if (format === 'http') return 'The token is the variable {{token}} at the head of the file.';
  if (format === 'postman') return 'The token is the variable “token” of the collection.';
  if (EXPORT_FORMATS[format].kind !== 'code') return 'Credentials are hidden.';
  return 'The token is read from the environment variable TOKEN. Passwords were masked in the log.';
}
