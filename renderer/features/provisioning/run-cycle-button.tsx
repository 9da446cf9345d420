// "Run simulated cycle", where a list waits for something to arrive: of the application that provisions into the tenant on
// screen, or the way to set one up.
import { useNavigate } from '@tanstack/react-router';
import { Play } from 'lucide-react';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { useApplicationsInto } from './use-applications-into.ts';
import { useJobOrder } from './use-provisioning-job.ts';

export function RunCycleButton() {
  const { applications, isPending } = useApplicationsInto(useTenantSlug());
  const navigate = useNavigate();
  const [application] = applications;
  if (isPending) return null;
  if (application === undefined) {
    return (
      <Button onPress={() => void navigate({ to: '/entra/connectivity' })}>
        <Play aria-hidden className="size-3.5" />
        Set up a simulated cycle
      </Button>
    );
  }
  return <RunButton application={application.id} />;
}

function RunButton({ application }: { readonly application: string }) {
  const order = useJobOrder(application);
  return (
    <Button isPending={order.isPending} onPress={() => order.mutate({ kind: 'run' })}>
      <Play aria-hidden className="size-3.5" />
      Run simulated cycle
    </Button>
  );
}
