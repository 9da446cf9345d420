// Exports requests of the list as one file: those that are selected, those that the list shows, or the whole log.
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useState } from 'react';
import type { z } from 'zod';
import { type RequestExportQuery, writeIdRanges } from '../../../shared/admin/request-export.ts';
import { downloadFile } from '../../api/download.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { useCommands } from '../shortcuts/use-commands.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { chooseExport, useExportChoice, useRedaction } from './export-choice.ts';
import { ImportHarButton } from './import-har-button.tsx';
import { FORMAT_OPTIONS } from './format-options.ts';
import { RedactionFields } from './redaction-fields.tsx';

type ExportQuery = z.input<typeof RequestExportQuery>;

export interface ExportMenuProps {
  /** Chosen rows; empty when there are none. */
  readonly selectedIds?: readonly number[];
  /** What the list shows: tenant and filter, and how many that is. */
  readonly listed?: { readonly query: Partial<ExportQuery>; readonly total: number };
  /** With a caption it is a labelled button, else an icon. */
  readonly caption?: string;
  readonly isDisabled?: boolean;
}

interface Scope {
  readonly value: 'selected' | 'listed' | 'all';
  readonly label: string;
  readonly query: Partial<ExportQuery>;
}

export function ExportMenu(props: ExportMenuProps) {
  const { caption, isDisabled = false } = props;
  const [isOpen, setIsOpen] = useState(false);
  const open = () => setIsOpen(true);
  // One of them stands over the list; those of a selection have words.
  useCommands(
    caption === undefined ? [{ id: 'requests.export', run: open, when: () => !isDisabled }] : [],
  );
  return (
    <>
      {caption === undefined ? (
        <IconButton
          icon={Download}
          label="Export requests"
          isDisabled={isDisabled}
          onPress={open}
        />
      ) : (
        <Button isDisabled={isDisabled} onPress={open}>
          <Download aria-hidden className="size-3.5" />
          {caption}
        </Button>
      )}
      {isOpen && <ExportDialog scopes={readScopes(props)} onClose={() => setIsOpen(false)} />}
    </>
  );
}

function readScopes({ selectedIds = [], listed }: ExportMenuProps): readonly Scope[] {
  const scopes: Scope[] = [];
  if (selectedIds.length > 0) {
    scopes.push({
      value: 'selected',
      label: `Selected: ${formatCount(selectedIds.length, 'request')}`,
      query: { ids: writeIdRanges(selectedIds) },
    });
  }
  if (listed !== undefined) {
    const label = `In the list: ${formatCount(listed.total, 'request')}`;
    scopes.push({ value: 'listed', label, query: listed.query });
  }
  return [...scopes, { value: 'all', label: 'The whole log', query: {} }];
}

interface ExportDialogProps {
  readonly scopes: readonly Scope[];
  readonly onClose: () => void;
}

function ExportDialog({ scopes, onClose }: ExportDialogProps) {
  const fileFormat = useExportChoice((choice) => choice.fileFormat);
  const { authorization, people } = useRedaction();
  const [wanted, setWanted] = useState(scopes[0]?.value ?? 'all');
  const scope = scopes.find(({ value }) => value === wanted);
  const [writing] = useState(() => new AbortController());
  const download = useMutation({
    mutationFn: () => {
      const query = { ...scope?.query, format: fileFormat, authorization, people };
      return downloadFile('/api/requests/export', query, writing.signal);
    },
    onSuccess() {
      toast({ tone: 'good', message: 'The export has been saved' });
      onClose();
    },
  });

  /** The dialog goes with whatever it was writing. */
  function cancel(): void {
    writing.abort();
    if (download.isPending) toast({ tone: 'neutral', message: 'The export was cancelled' });
    onClose();
  }

  return (
    <Dialog
      title="Export or import requests"
      isOpen
      onClose={cancel}
      actions={
        <>
          <Button onPress={cancel}>Cancel</Button>
          <Button
            variant="primary"
            isPending={download.isPending}
            onPress={() => download.mutate()}
          >
            {download.isPending ? 'Writing the file…' : 'Download'}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <SelectField label="Requests" options={scopes} value={wanted} onChange={setWanted} />
        <SelectField
          label="Format"
          options={FORMAT_OPTIONS}
          value={fileFormat}
          onChange={(chosen) => chooseExport({ fileFormat: chosen })}
        />
        <RedactionFields />
        <ImportHarButton />
        {download.isError && (
          <p role="alert" className="text-bad">
            {describeError(download.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}
