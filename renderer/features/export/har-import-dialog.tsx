// Asks whether the requests of a HAR file are to join the request log.
import type { ImportSource } from '../../api/import-source.ts';
import { useTenant } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatBytes } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { RunningJob } from '../jobs/running-job.tsx';
import { describeHarImport, useHarImport } from './use-har-import.ts';

interface HarImportDialogProps {
  readonly source: ImportSource;
  readonly onClose: () => void;
  readonly onImported: () => void;
}

export function HarImportDialog({ source, onClose, onImported }: HarImportDialogProps) {
  const tenant = useTenant();
  const upload = useHarImport((result) => {
    toast({
      tone: result.failed === 0 ? 'good' : 'neutral',
      message: `${source.name}: ${describeHarImport(result)}`,
    });
    onClose();
    onImported();
  });
  return (
    <Dialog
      isOpen
      size="medium"
      title="Import the requests of a HAR file?"
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {upload.isPending ? 'Close' : 'Cancel'}
          </Button>
          <Button
            variant="primary"
            isPending={upload.isPending}
            onPress={() => upload.mutate(source)}
          >
            Import requests
          </Button>
        </>
      }
    >
      <p className="font-medium wrap-anywhere text-ink-1">{source.name}</p>
      <p className="text-sm text-ink-3">{formatBytes(source.size)}</p>
      <p className="pt-3">
        Its SCIM requests join the request log of {tenant?.name ?? 'the tenant'}, with tokens
        masked. Nothing is executed: no user or group changes.
      </p>
      {upload.isPending && <RunningJob kind="har-import" />}
      {upload.isError && (
        <p role="alert" className="pt-3 text-bad">
          {describeError(upload.error)}
        </p>
      )}
    </Dialog>
  );
}
