// Says, wherever one is, that SCIM requests are not served, why, and what to do.
import { Link } from '@tanstack/react-router';
import { CircleAlert, CirclePause, CircleStop } from 'lucide-react';
import { describeTakenPort, type Serving } from '../../../shared/admin/serving.ts';
import { useTenant } from '../../api/use-status.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useOwnState, useServing, useServingOrders } from './use-serving.ts';

export function ServingBanner() {
  const serving = useServing();
  return (
    <>
      <PausedBanner serving={serving} />
      <StoppedBanner serving={serving} />
      <PortBanner serving={serving} />
      <TenantBanner serving={serving} />
    </>
  );
}

interface Props {
  readonly serving: Serving | undefined;
}

function PausedBanner({ serving }: Props) {
  const give = useServingOrders();
  return (
    <Banner
      role="status"
      isShown={serving?.state === 'paused'}
      tone="warn"
      icon={CirclePause}
      title="Serving is paused."
      actions={<Button onPress={() => give({ kind: 'resume' })}>Resume serving</Button>}
    >
      Every SCIM request is answered with 503 and Retry-After, and recorded.
    </Banner>
  );
}

function StoppedBanner({ serving }: Props) {
  const give = useServingOrders();
  return (
    <Banner
      role="status"
      isShown={serving?.state === 'stopped'}
      tone="warn"
      icon={CircleStop}
      title="Serving is stopped."
      actions={
        <>
          {serving?.problem !== null && (
            <Link
              to="/settings"
              search={{ find: 'TLS' }}
              className="font-medium text-accent underline"
            >
              Look at TLS
            </Link>
          )}
          <Button onPress={() => give({ kind: 'start' })}>Start serving</Button>
        </>
      }
    >
      {serving?.problem} No SCIM client reaches {serving?.origin}. What is stored can be seen and
      changed here all the same.
    </Banner>
  );
}

function PortBanner({ serving }: Props) {
  const give = useServingOrders();
  const actions = (
    <>
      <Link
        to="/settings"
        search={{ find: 'Port of the SCIM listener' }}
        className="font-medium text-accent underline"
      >
        Choose a port
      </Link>
      <Button onPress={() => give({ kind: 'start-next' })}>Use the next free port</Button>
      <Button onPress={() => give({ kind: 'start' })}>Try again</Button>
    </>
  );
  return (
    <Banner
      role="alert"
      isShown={serving?.state === 'port-in-use'}
      tone="bad"
      icon={CircleAlert}
      title={serving === undefined ? '' : describeTakenPort(serving)}
      actions={actions}
    >
      No SCIM client reaches this app. End that program and try again; another port changes the
      Tenant URL.
    </Banner>
  );
}

const TENANT_TEXT = {
  serving: '',
  paused: 'Its requests are answered with 503 and Retry-After; the other tenants are served.',
  stopped: 'Its requests get no answer, only a closed connection; the other tenants are served.',
} as const;

function TenantBanner({ serving }: Props) {
  const give = useServingOrders();
  const own = useOwnState();
  const tenant = useTenant();
  const isServed = serving?.state === 'serving';
  return (
    <Banner
      role="status"
      isShown={isServed && own !== 'serving'}
      tone="warn"
      icon={own === 'paused' ? CirclePause : CircleStop}
      title={`This tenant is ${own}.`}
      actions={
        tenant !== undefined && (
          <Button onPress={() => give({ kind: 'tenant', tenant, state: 'serving' })}>
            {own === 'paused' ? 'Resume this tenant' : 'Start this tenant'}
          </Button>
        )
      }
    >
      {TENANT_TEXT[own]}
    </Banner>
  );
}
