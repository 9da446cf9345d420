// Brings the exchanges of a HAR file into the list; nothing of it is executed.
import { FileUp } from 'lucide-react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { sourceOfFile } from '../../api/import-source.ts';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { RunningJob } from '../jobs/running-job.tsx';
import { describeHarImport, useHarImport } from './use-har-import.ts';

export function ImportHarButton() {
  const upload = useHarImport();
  function take(files: FileList | null): void {
    const file = files?.item(0);
    if (file != null) upload.mutate(sourceOfFile('har', file));
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
      {upload.isPending && <RunningJob kind="har-import" />}
      <p role="status" className="text-sm">
        {upload.isError && <span className="text-bad">{describeError(upload.error)}</span>}
        {upload.data !== undefined && describeHarImport(upload.data)}
      </p>
    </div>
  );
}
