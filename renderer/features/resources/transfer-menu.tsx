// Resources in and out: made-up ones, files in, files out. What starts them may go away with the last empty list; the
// dialog stays, for it tells what became of them.
import { Download, FileUp, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import type { ScreenParts } from './screen-parts.ts';

type TransferKind = 'generate' | 'import' | 'export';

/** Which dialog is open. */
export interface Transfer {
  readonly kind: TransferKind | undefined;
  readonly open: (kind: TransferKind) => void;
  readonly close: () => void;
}

export function useTransfer(): Transfer {
  const [kind, setKind] = useState<TransferKind>();
  return { kind, open: setKind, close: () => setKind(undefined) };
}

interface TransferProps {
  readonly parts: ScreenParts;
  readonly transfer: Transfer;
}

interface FilteredProps extends TransferProps {
  /** SCIM filter of the list. */
  readonly filter: string;
}

export function TransferMenu({ parts, transfer, filter }: FilteredProps) {
  const canGenerate = hasMadeUpOnes(parts);
  return (
    <MenuButton
      label="Transfer"
      actions={[
        ...(canGenerate
          ? [
              {
                id: 'generate',
                label: 'Generate people…',
                icon: Sparkles,
                onAction: () => transfer.open('generate'),
              },
            ]
          : []),
        {
          id: 'import',
          label: 'Import a file…',
          icon: FileUp,
          onAction: () => transfer.open('import'),
        },
        {
          id: 'export',
          label: filter === '' ? `Export ${parts.title.toLowerCase()}…` : 'Export what matches…',
          icon: Download,
          onAction: () => transfer.open('export'),
        },
      ]}
    />
  );
}

export function TransferDialog({ parts, transfer, filter }: FilteredProps) {
  const { kind, close } = transfer;
  switch (kind) {
    case 'generate':
      return <GenerateDialog onClose={close} />;
    case 'import':
      return <ImportDialog resourceType={parts.resourceType} onClose={close} />;
    case 'export':
      return <ExportDialog parts={parts} selection={{ kind: 'filter', filter }} onClose={close} />;
    case undefined:
      return null;
  }
}

/** Ways out of an empty list. */
export function FillButtons({ parts, transfer }: TransferProps) {
  return (
    <>
      {hasMadeUpOnes(parts) && (
        <Button onPress={() => transfer.open('generate')}>
          <Sparkles aria-hidden className="size-4" />
          Generate 12…
        </Button>
      )}
      <Button onPress={() => transfer.open('import')}>
        <FileUp aria-hidden className="size-4" />
        Import…
      </Button>
    </>
  );
}

function hasMadeUpOnes({ resourceType }: ScreenParts): boolean {
  return resourceType === 'User' || resourceType === 'Group';
}
