// The commands of Overview, as the portal has them above the page.
import { useNavigate } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { Play, RefreshCw, ScanSearch, Square, UserRoundPlus } from 'lucide-react';
import { useState } from 'react';
import type { ResetScope } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { RESTART_SCOPES } from '../provisioning/job-words.ts';
import { useJobOrder } from '../provisioning/use-provisioning-job.ts';
import { RestartDialog } from './restart-dialog.tsx';

export function CommandBar({ job }: { readonly job: JobDetails }) {
  const { schedule, code } = job.status;
  const order = useJobOrder(job.applicationId);
  const [scopes, setScopes] = useState<readonly ResetScope[]>();
  const isConfigured = code !== 'NotConfigured';
  const isOn = schedule.state === 'Active';
  return (
    <div role="toolbar" aria-label="Provisioning" className="flex flex-wrap items-center gap-2">
      <Button
        variant={isOn || !isConfigured ? 'secondary' : 'primary'}
        isDisabled={!isConfigured || isOn}
        isPending={order.isPending}
        onPress={() => order.mutate({ kind: 'start' })}
      >
        <Play aria-hidden className="size-3.5" />
        Start provisioning
      </Button>
      <Button isDisabled={!isOn} onPress={() => order.mutate({ kind: 'stop' })}>
        <Square aria-hidden className="size-3.5" />
        Stop provisioning
      </Button>
      <MenuButton
        label="Restart provisioning"
        isDisabled={!isConfigured}
        actions={[
          { id: 'restart', label: 'Restart…', onAction: () => setScopes(RESTART_SCOPES) },
          {
            id: 'full',
            label: 'Restart in full, connector data too…',
            onAction: () => setScopes([...RESTART_SCOPES, 'ConnectorDataStore']),
          },
          { id: 'choose', label: 'Choose what is cleared…', onAction: () => setScopes([]) },
        ]}
      />
      <Ways />
      <Refresh application={job.applicationId} />
      {scopes !== undefined && (
        <RestartDialog
          application={job.applicationId}
          initial={scopes}
          onClose={() => setScopes(undefined)}
        />
      )}
    </div>
  );
}

function Ways() {
  const navigate = useNavigate();
  return (
    <>
      <Button variant="ghost" onPress={() => void navigate({ to: '/entra/on-demand' })}>
        <UserRoundPlus aria-hidden className="size-3.5" />
        Provision on demand
      </Button>
      <Button variant="ghost" onPress={() => void navigate({ to: '/entra/discovery' })}>
        <ScanSearch aria-hidden className="size-3.5" />
        Discover identities
      </Button>
    </>
  );
}

function Refresh({ application }: { readonly application: string }) {
  const queryClient = useQueryClient();
  const [isPending, setIsPending] = useState(false);

  async function refresh(): Promise<void> {
    setIsPending(true);
    await queryClient.invalidateQueries({ queryKey: queryKeys.job(application) });
    await queryClient.invalidateQueries({ queryKey: queryKeys.simulatorClock });
    setIsPending(false);
  }

  return (
    <Button variant="ghost" isPending={isPending} onPress={() => void refresh()}>
      <RefreshCw aria-hidden className="size-3.5" />
      Refresh
    </Button>
  );
}
