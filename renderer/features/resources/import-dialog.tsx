// A file of resources into the tenant: how it is read, what a dry run says, then the import with its progress and errors.
import { useState } from 'react';
import type { z } from 'zod';
import type { ConflictRule, ImportQuery, TransferFormat } from '../../../shared/admin/transfer.ts';
import { sendImport } from '../../api/transfer-files.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { JobReport } from '../jobs/job-report.tsx';
import { useStartJob } from '../jobs/use-jobs.ts';
import { FilePreview } from './file-preview.tsx';
import { useTypeSchemas } from './use-type-schema.ts';

interface ImportDialogProps {
  readonly resourceType: string;
  readonly onClose: () => void;
}

const FORMATS = [
  { value: 'csv', label: 'CSV' },
  { value: 'json', label: 'JSON' },
  { value: 'jsonl', label: 'JSON Lines' },
] as const;

const RULES = [
  { value: 'skip', label: 'Leave it as it is' },
  { value: 'replace', label: 'Replace it' },
  { value: 'fail', label: 'Count it as an error' },
] as const;

export function ImportDialog({ resourceType, onClose }: ImportDialogProps) {
  const order = useImportOrder(resourceType);
  const { file, start } = order;
  return (
    <Dialog
      isOpen
      size="large"
      title="Import a file"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{order.jobId === undefined ? 'Cancel' : 'Close'}</Button>
          <Button
            isDisabled={file === undefined}
            isPending={start.isPending}
            onPress={() => order.run(true)}
          >
            Dry run
          </Button>
          <Button
            variant="primary"
            isDisabled={file === undefined}
            isPending={start.isPending}
            onPress={() => order.run(false)}
          >
            Import
          </Button>
        </>
      }
    >
      <ImportForm order={order} />
      {file !== undefined && (
        <FilePreview file={file} format={order.format} resourceType={order.type} />
      )}
      {order.jobId !== undefined && (
        <div className="mt-3 rounded-md border border-line px-3 py-2">
          {order.isDryRun && <p className="pb-1 font-medium">Dry run: nothing was stored</p>}
          <JobReport id={order.jobId} />
        </div>
      )}
      {start.error !== null && (
        <p role="alert" className="pt-3 text-bad">
          {describeError(start.error)}
        </p>
      )}
    </Dialog>
  );
}

function ImportForm({ order }: { readonly order: ImportOrder }) {
  const types = useTypeSchemas() ?? [];
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      <label className="flex min-w-0 flex-col gap-1">
        <span className="text-sm font-medium">File</span>
        <input
          type="file"
          accept=".csv,.json,.jsonl,.ndjson,text/csv,application/json"
          onChange={(event) => order.choose(event.target.files?.[0])}
          className="min-w-0 text-ink-1 file:mr-2 file:h-7 file:rounded-md file:border file:border-line-strong file:bg-surface-1 file:px-2.5 file:font-medium file:text-ink-1"
        />
      </label>
      <SelectField
        label="Format"
        options={FORMATS}
        value={order.format}
        onChange={order.setFormat}
      />
      <SelectField
        label="Resources that do not say their type are"
        options={types.map(({ name }) => ({ value: name, label: name }))}
        value={order.type}
        onChange={order.setType}
      />
      <SelectField
        label="What is there already"
        options={RULES}
        value={order.rule}
        onChange={order.setRule}
      />
      <CheckBox isSelected={order.keepIds} onChange={order.setKeepIds}>
        <span className="text-ink-1">Keep the ids of the file</span>
      </CheckBox>
    </div>
  );
}

type ImportOrder = ReturnType<typeof useImportOrder>;

function useImportOrder(resourceType: string) {
  const tenant = useTenantSlug();
  const [file, setFile] = useState<File>();
  const [format, setFormat] = useState<TransferFormat>('csv');
  const [type, setType] = useState(resourceType);
  const [rule, setRule] = useState<ConflictRule>('skip');
  const [keepIds, setKeepIds] = useState(false);
  const [ran, setRan] = useState<{ readonly jobId: string; readonly isDryRun: boolean }>();
  const start = useStartJob((query: z.input<typeof ImportQuery>) =>
    sendImport(tenant, query, file ?? new Blob()),
  );

  function run(isDryRun: boolean): void {
    const query = {
      format,
      resourceType: type,
      onConflict: rule,
      keepIds: String(keepIds),
      dryRun: String(isDryRun),
    };
    start.mutate(query, { onSuccess: ({ id }) => setRan({ jobId: id, isDryRun }) });
  }

  function choose(chosen: File | undefined): void {
    setFile(chosen);
    setRan(undefined);
    if (chosen !== undefined) setFormat(formatOf(chosen.name));
  }

  return {
    file,
    format,
    type,
    rule,
    keepIds,
    start,
    jobId: ran?.jobId,
    isDryRun: ran?.isDryRun ?? false,
    choose,
    run,
    setFormat,
    setType,
    setRule,
    setKeepIds,
  };
}

function formatOf(name: string): TransferFormat {
  if (/\.(jsonl|ndjson)$/i.test(name)) return 'jsonl';
  return /\.json$/i.test(name) ? 'json' : 'csv';
}
