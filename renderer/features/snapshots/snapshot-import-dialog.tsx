// What is in a snapshot file, before it is added to the snapshots.
import type { Snapshot, SnapshotFile } from '../../../shared/admin/snapshot.ts';
import type { ImportSource } from '../../api/import-source.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatBytes, formatDateTime, formatNumber } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { RunningJob } from '../jobs/running-job.tsx';
import { useSnapshotFile, useSnapshotImport } from './use-snapshots.ts';

interface SnapshotImportDialogProps {
  readonly source: ImportSource;
  readonly onClose: () => void;
  readonly onImported: (snapshot: Snapshot) => void;
}

export function SnapshotImportDialog(props: SnapshotImportDialogProps) {
  const { source, onClose, onImported } = props;
  const file = useSnapshotFile(source);
  const upload = useSnapshotImport((snapshot) => {
    onClose();
    onImported(snapshot);
  });
  const error = file.error ?? upload.error;
  return (
    <Dialog
      isOpen
      size="medium"
      title="Import a snapshot?"
      onClose={onClose}
      actions={
        <>
          <Button autoFocus onPress={onClose}>
            {file.isError || upload.isPending ? 'Close' : 'Cancel'}
          </Button>
          {!file.isError && (
            <Button
              variant="primary"
              isDisabled={!file.isSuccess}
              isPending={upload.isPending}
              onPress={() => upload.mutate(source)}
            >
              Import snapshot
            </Button>
          )}
        </>
      }
    >
      <p className="text-sm wrap-anywhere text-ink-3">
        {source.name} · {formatBytes(source.size)}
      </p>
      {file.isPending && <Skeleton label="Looking into the file" lines={4} />}
      {file.data !== undefined && <Contents file={file.data} />}
      {upload.isPending && <RunningJob kind="snapshot-import" />}
      {error !== null && (
        <p role="alert" className="pt-3 text-bad">
          {describeError(error)}
        </p>
      )}
    </Dialog>
  );
}

function Contents({ file }: { readonly file: SnapshotFile }) {
  return (
    <>
      <p className="pt-2 font-medium wrap-anywhere text-ink-1">{file.name}</p>
      {file.note !== '' && <p className="wrap-anywhere">{file.note}</p>}
      <p className="pb-3 text-sm text-ink-3">
        {file.tenant !== null && `Only the tenant ${file.tenant} · `}Taken {formatDateTime(file.at)}
        , written by version {file.appVersion}
      </p>
      <Tenants tenants={file.tenants} />
      <p className="pt-3">
        It joins the list of snapshots, where it can be compared and restored; the workspace stays
        as it is until then. The file holds no tokens, passwords or other secrets.
      </p>
    </>
  );
}

const NUMBER = 'py-1 pl-3 text-right font-normal tabular-nums';

function Tenants({ tenants }: Pick<SnapshotFile, 'tenants'>) {
  return (
    <table aria-label="Tenants in the snapshot" className="w-full border-collapse text-left">
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          <th scope="col" className="py-1 font-normal">
            Tenant
          </th>
          <th scope="col" className={NUMBER}>
            Users
          </th>
          <th scope="col" className={NUMBER}>
            Groups
          </th>
          <th scope="col" className={NUMBER}>
            Requests
          </th>
          <th scope="col" className="py-1 pl-4 font-normal">
            Tokens after a restore
          </th>
        </tr>
      </thead>
      <tbody>
        {tenants.map(({ slug, name, users, groups, requests, isHere }) => (
          <tr key={slug} className="border-b border-line/60">
            <th scope="row" className="py-1 font-medium wrap-anywhere text-ink-1">
              {name}
            </th>
            <td className={NUMBER}>{formatNumber(users)}</td>
            <td className={NUMBER}>{formatNumber(groups)}</td>
            <td className={NUMBER}>{formatNumber(requests)}</td>
            <td className="py-1 pl-4">{isHere ? 'Stay as they are here' : 'A new Secret Token'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
