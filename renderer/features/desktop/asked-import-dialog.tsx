// Asks what is to become of a file that was opened with the app; nothing has been imported until it is answered.
import { useNavigate } from '@tanstack/react-router';
import type { OpenedFile } from '../../../shared/shell.ts';
import { sourceOfOpened } from '../../api/import-source.ts';
import { HarImportDialog } from '../export/har-import-dialog.tsx';
import { SnapshotImportDialog } from '../snapshots/snapshot-import-dialog.tsx';
import { closeAskedImport } from './asked-import.ts';

export function AskedImportDialog({ file }: { readonly file: OpenedFile }) {
  const navigate = useNavigate();
  const source = sourceOfOpened(file);
  if (file.kind === 'snapshot') {
    return (
      <SnapshotImportDialog
        source={source}
        onClose={closeAskedImport}
        onImported={({ id }) => void navigate({ to: '/snapshots', search: { id } })}
      />
    );
  }
  return (
    <HarImportDialog
      source={source}
      onClose={closeAskedImport}
      onImported={() => void navigate({ to: '/requests', search: {} })}
    />
  );
}
