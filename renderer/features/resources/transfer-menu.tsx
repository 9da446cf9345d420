// Resources in and out: made-up ones, files in, files out.
import { Download, FileUp, Sparkles } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { GenerateDialog } from './generate-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import type { ScreenParts } from './screen-parts.ts';

interface TransferMenuProps {
  readonly parts: ScreenParts;
  /** SCIM filter of the list. */
  readonly filter: string;
}

export function TransferMenu({ parts, filter }: TransferMenuProps) {
  const [open, setOpen] = useState<'generate' | 'import' | 'export'>();
  const close = () => setOpen(undefined);
  const canGenerate = hasMadeUpOnes(parts);
  return (
    <>
      <MenuButton
        label="Transfer"
        actions={[
          ...(canGenerate
            ? [
                {
                  id: 'generate',
                  label: 'Generate people…',
                  icon: Sparkles,
                  onAction: () => setOpen('generate'),
                },
              ]
            : []),
          {
            id: 'import',
            label: 'Import a file…',
            icon: FileUp,
            onAction: () => setOpen('import'),
          },
          {
            id: 'export',
            label: filter === '' ? `Export ${parts.title.toLowerCase()}…` : 'Export what matches…',
            icon: Download,
            onAction: () => setOpen('export'),
          },
        ]}
      />
      {open === 'generate' && <GenerateDialog onClose={close} />}
      {open === 'import' && <ImportDialog resourceType={parts.resourceType} onClose={close} />}
      {open === 'export' && (
        <ExportDialog parts={parts} selection={{ kind: 'filter', filter }} onClose={close} />
      )}
    </>
  );
}

interface ButtonProps {
  readonly parts: ScreenParts;
}

export function GenerateButton({ parts }: ButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (!hasMadeUpOnes(parts)) return null;
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <Sparkles aria-hidden className="size-4" />
        Generate 12…
      </Button>
      {isOpen && <GenerateDialog onClose={() => setIsOpen(false)} />}
    </>
  );
}

export function ImportButton({ parts }: ButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <Button onPress={() => setIsOpen(true)}>
        <FileUp aria-hidden className="size-4" />
        Import…
      </Button>
      {isOpen && (
        <ImportDialog resourceType={parts.resourceType} onClose={() => setIsOpen(false)} />
      )}
    </>
  );
}

function hasMadeUpOnes({ resourceType }: ScreenParts): boolean {
  return resourceType === 'User' || resourceType === 'Group';
}
