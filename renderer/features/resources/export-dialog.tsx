// Resources as a file: which format, then a download.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { BulkSelection } from '../../../shared/admin/resource-tools.ts';
import type { TransferFormat } from '../../../shared/admin/transfer.ts';
import { fetchExport } from '../../api/transfer-files.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { saveBlob } from '../../ui/save-text.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import type { ScreenParts } from './screen-parts.ts';

interface ExportDialogProps {
  readonly parts: ScreenParts;
  readonly selection: BulkSelection;
  readonly onClose: () => void;
}

const FORMATS = [
  { value: 'csv', label: 'CSV', hint: 'One row each, columns named by attribute paths.' },
  { value: 'json', label: 'JSON', hint: 'A SCIM ListResponse.' },
  { value: 'jsonl', label: 'JSON Lines', hint: 'One resource a line.' },
] as const;

export function ExportDialog({ parts, selection, onClose }: ExportDialogProps) {
  const tenant = useTenantSlug();
  const [format, setFormat] = useState<TransferFormat>('csv');
  const download = useMutation({
    mutationFn: () => {
      const chosen =
        selection.kind === 'ids' ? { ids: selection.ids.join(',') } : { filter: selection.filter };
      return fetchExport(tenant, { format, resourceType: parts.resourceType, ...chosen });
    },
    onSuccess(blob) {
      const fileName = `${tenant}-${parts.title.toLowerCase().replaceAll(/\W+/g, '-')}.${format}`;
      saveBlob(fileName, blob);
      toast({ tone: 'good', message: `${fileName} is ready` });
      onClose();
    },
  });
  return (
    <Dialog
      isOpen
      title={titleOf(parts, selection)}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={download.isPending}
            onPress={() => download.mutate()}
          >
            Export
          </Button>
        </>
      }
    >
      <SelectField
        label="Format"
        options={FORMATS}
        value={format}
        onChange={setFormat}
        hint={FORMATS.find(({ value }) => value === format)?.hint ?? ''}
      />
      <p className="pt-3 text-sm">Passwords are in no export.</p>
      {download.error !== null && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(download.error)}
        </p>
      )}
    </Dialog>
  );
}

function titleOf({ title, noun }: ScreenParts, selection: BulkSelection): string {
  if (selection.kind === 'ids') return `Export ${formatCount(selection.ids.length, noun)}`;
  const all = title.toLowerCase();
  return selection.filter === '' ? `Export all ${all}` : `Export the ${all} that match`;
}
