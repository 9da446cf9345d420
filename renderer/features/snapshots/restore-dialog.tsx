// Asks before a snapshot is restored: all of it, or one tenant of it while the others stay as they are.
import { useState } from 'react';
import type { Snapshot } from '../../../shared/admin/snapshot.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { SelectField } from '../../ui/select-field.tsx';
import { RunningJob } from '../jobs/running-job.tsx';
import { useComparison, useRestoreSnapshot } from './use-snapshots.ts';

interface RestoreDialogProps {
  readonly snapshot: Snapshot;
  readonly onClose: () => void;
}

/** No slug: it has a capital letter. */
const ALL = 'ALL';

export function RestoreDialog({ snapshot, onClose }: RestoreDialogProps) {
  const [chosen, setChosen] = useState(ALL);
  const restore = useRestoreSnapshot(onClose);
  const tenants = useTenantsOf(snapshot);
  const tenant = snapshot.tenant ?? (chosen === ALL ? null : chosen);
  return (
    <ConfirmDialog
      title={`Restore "${snapshot.name}"?`}
      isOpen
      confirmLabel={tenant === null ? 'Restore snapshot' : 'Restore the tenant'}
      isPending={restore.isPending}
      onConfirm={() => restore.mutate({ snapshot, tenant })}
      onClose={onClose}
    >
      {snapshot.tenant === null && tenants.length > 0 && (
        <div className="pb-3">
          <SelectField
            label="What to restore"
            value={chosen}
            options={[
              { value: ALL, label: 'The whole workspace' },
              ...tenants.map(({ slug, name }) => ({
                value: slug,
                label: `Only ${name} (${slug})`,
              })),
            ]}
            onChange={setChosen}
          />
        </div>
      )}
      {tenant === null ? (
        <WholeText snapshot={snapshot} />
      ) : (
        <TenantText snapshot={snapshot} tenant={tenant} />
      )}
      {restore.isPending && <RunningJob kind="snapshot-restore" />}
    </ConfirmDialog>
  );
}

function WholeText({ snapshot: { origin, at } }: Pick<RestoreDialogProps, 'snapshot'>) {
  return (
    <>
      <p>
        Every tenant, its users, groups, settings{origin !== 'imported' && ', tokens'} and the
        request log become what they were on {formatDateTime(at)}. What is there now is kept as a
        snapshot first, so that you can come back to it. The server goes on serving.
      </p>
      {origin === 'imported' && (
        <p className="pt-3">
          It holds no secrets: tenants that are here already keep their tokens and OAuth clients,
          new ones get a new Secret Token, and users come without passwords.
        </p>
      )}
    </>
  );
}

interface TenantTextProps extends Pick<RestoreDialogProps, 'snapshot'> {
  readonly tenant: string;
}

function TenantText({ snapshot: { origin, at }, tenant }: TenantTextProps) {
  return (
    <>
      <p>
        The tenant <code className="font-mono text-sm">{tenant}</code>, its users, groups, settings
        {origin !== 'imported' && ', tokens'} and its part of the request log become what they were
        on {formatDateTime(at)}. Other tenants and their requests stay as they are. The workspace as
        it is now is kept as a snapshot first.
      </p>
      {origin === 'imported' && (
        <p className="pt-3">
          It holds no secrets: a tenant that is here already keeps its tokens and OAuth clients, a
          new one gets a new Secret Token, and users come without passwords.
        </p>
      )}
    </>
  );
}

/** Those that are only there now are none of them. */
function useTenantsOf({ id }: Snapshot) {
  const { data } = useComparison(id, 'now');
  const there = (data?.tenants ?? []).filter(({ kind }) => kind !== 'added');
  return there.map(({ tenant, name }) => ({ slug: tenant, name }));
}
