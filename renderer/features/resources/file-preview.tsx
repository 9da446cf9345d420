// How a file will be read: which attribute each column is, and the first resources.
import { useQuery } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import type { ImportPreview, TransferFormat } from '../../../shared/admin/transfer.ts';
import { callAdmin } from '../../api/client.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { describeError } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { formatValue } from '../../ui/json-text.ts';

interface FilePreviewProps {
  readonly file: File;
  readonly format: TransferFormat;
  readonly resourceType: string;
}

const SAMPLE_BYTES = 64_000;

export function FilePreview({ file, format, resourceType }: FilePreviewProps) {
  const tenant = useTenantSlug();
  const preview = useQuery({
    queryKey: [
      'import-preview',
      tenant,
      resourceType,
      format,
      file.name,
      file.size,
      file.lastModified,
    ],
    queryFn: async ({ signal }) => {
      const text = await file.slice(0, SAMPLE_BYTES).text();
      return callAdmin(
        'previewImport',
        { params: { tenant }, body: { format, resourceType, text } },
        signal,
      );
    },
  });
  if (preview.error !== null) {
    return (
      <p role="alert" className="pt-3 text-bad">
        {describeError(preview.error)}
      </p>
    );
  }
  if (preview.data === undefined) return <Skeleton label="Reading the file" lines={3} />;
  return (
    <div className="flex flex-col gap-3 pt-3">
      {preview.data.columns.length > 0 && <Columns columns={preview.data.columns} />}
      <Entries entries={preview.data.entries} />
    </div>
  );
}

function Columns({ columns }: Pick<ImportPreview, 'columns'>) {
  return (
    <div className="max-h-44 overflow-y-auto">
      <table aria-label="Columns of the file" className="w-full text-left">
        <thead>
          <tr className="border-b border-line text-sm text-ink-3">
            <th scope="col" className="py-1 pr-3 font-medium">
              Column
            </th>
            <th scope="col" className="py-1 font-medium">
              Attribute
            </th>
          </tr>
        </thead>
        <tbody>
          {columns.map(({ title, path }) => (
            <tr key={title} className="border-b border-line/60">
              <th scope="row" className="py-1 pr-3 font-normal text-ink-1">
                {title}
              </th>
              <td className="py-1 font-mono text-sm wrap-anywhere">
                {path ?? (
                  <span className="flex items-center gap-1.5 font-sans text-warn">
                    <CircleAlert aria-hidden className="size-3.5" />
                    No attribute: left out
                  </span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Entries({ entries }: Pick<ImportPreview, 'entries'>) {
  return (
    <ol aria-label="First resources of the file" className="flex flex-col gap-1">
      {entries.map(({ line, resource, problem }) => (
        <li key={line} className="flex gap-2 text-sm">
          <span className="w-14 shrink-0 text-ink-3 tabular-nums">Line {line}</span>
          {problem === null ? (
            <span className="min-w-0 truncate font-mono text-ink-1">
              {formatValue(resource ?? {})}
            </span>
          ) : (
            <span className="min-w-0 wrap-anywhere text-bad">{problem}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
