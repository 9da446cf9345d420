// Many people at once: made up, out of a CSV file, or into one.
import { Download, FileUp, Sparkles } from 'lucide-react';
import { MenuButton } from '../../ui/menu-button.tsx';
import { GenerateDirectoryDialog } from './generate-directory-dialog.tsx';
import { ImportPeopleDialog } from './import-people-dialog.tsx';
import { saveDirectoryFile } from './save-directory-file.ts';

export type DirectoryTask = 'generate' | 'import';

export function DirectoryMenu({ onTask }: { readonly onTask: (task: DirectoryTask) => void }) {
  return (
    <MenuButton
      label="Bulk operations"
      actions={[
        {
          id: 'generate',
          label: 'Generate people…',
          icon: Sparkles,
          onAction: () => onTask('generate'),
        },
        {
          id: 'import',
          label: 'Bulk create (CSV)…',
          icon: FileUp,
          onAction: () => onTask('import'),
        },
        {
          id: 'export',
          label: 'Download users (CSV)',
          icon: Download,
          onAction: () => void saveDirectoryFile('exportDirectory'),
        },
      ]}
    />
  );
}

interface DirectoryTaskDialogProps {
  readonly task: DirectoryTask | undefined;
  readonly onClose: () => void;
}

export function DirectoryTaskDialog({ task, onClose }: DirectoryTaskDialogProps) {
  switch (task) {
    case 'generate':
      return <GenerateDirectoryDialog onClose={onClose} />;
    case 'import':
      return <ImportPeopleDialog onClose={onClose} />;
    case undefined:
      return null;
  }
}
