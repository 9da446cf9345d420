// Brings the exchanges of a HAR file into the list; nothing of it is executed.
import { useMutation } from '@tanstack/react-query';
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { HarImportResult } from '../../../shared/admin/request-export.ts';
import { uploadFile } from '../../api/download.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';

export function ImportHarButton() {
  const tenant = useTenantSlug();
  const upload = useMutation({
    mutationFn: async (file: File) => {
      const path = `/api/requests/import?tenant=${encodeURIComponent(tenant)}`;
      return HarImportResult.parse(await uploadFile(path, file));
    },
  });
  function take(files: FileList | null): void {
    const file = files?.item(0);
    if (file != null) upload.mutate(file);
  }
  return (
    <div className="flex flex-col gap-1 border-t border-line pt-3">
      <div className="flex items-center gap-3">
        <FileTrigger acceptedFileTypes={['.har', '.json']} onSelect={take}>
          <Button isPending={upload.isPending}>
            <FileUp aria-hidden className="size-3.5" />
            Import a HAR file
          </Button>
        </FileTrigger>
        <p className="text-sm text-ink-3">Its SCIM requests join the list; nothing is executed.</p>
      </div>
      <p role="status" className="text-sm">
        {upload.isError && <span className="text-bad">{describeError(upload.error)}</span>}
        {upload.data !== undefined && describeResult(upload.data)}
      </p>
    </div>
  );
}

function describeResult({ imported, passedOver, failed, issues }: HarImportResult): string {
  const [issue] = issues;
  const first = issue === undefined ? '' : ` (first: ${issue.place}: ${issue.reason})`;
  return [
    `${formatCount(imported, 'request')} imported`,
    ...(passedOver === 0 ? [] : [`${passedOver} without SCIM passed over`]),
    ...(failed === 0 ? [] : [`${failed} unreadable${first}`]),
  ].join(', ');
}
