// In the title bar: whether SCIM requests are served, as a shape and a word, and where; what changes it is in its menu.
import {
  ChevronDown,
  CirclePause,
  CirclePlay,
  CircleStop,
  type LucideIcon,
  RotateCw,
  Shuffle,
} from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { useLiveState } from '../../api/live-context.tsx';
import { useConnection } from '../../api/use-connection.ts';
import { useStatus, useTenant } from '../../api/use-status.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ActionMenu, type MenuAction } from '../../ui/menu-button.tsx';
import { keysOf } from '../shortcuts/bindings.ts';
import { isMac } from '../shortcuts/is-mac.ts';
import { showKeys } from '../shortcuts/key-combination.ts';
import { useBindingOptions } from '../shortcuts/use-binding-options.ts';
import { choicesFor, choicesForTenant, lookOf } from './serving-state.ts';
import { StateMark } from './state-mark.tsx';
import { type ServingOrder, useOwnState, useServing, useServingOrders } from './use-serving.ts';

export function ServingMenu() {
  const url = useConnection().data?.tenantUrl;
  return (
    <div
      data-tour="serving"
      className="flex min-w-0 shrink items-center rounded-md border border-line bg-surface-1 max-[50rem]:border-transparent max-[50rem]:bg-transparent"
    >
      <StateButton />
      {url !== undefined && (
        <>
          <span className="truncate pl-1.5 font-mono text-sm text-ink-2 max-[50rem]:hidden">
            {url}
          </span>
          <CopyButton what="Tenant URL" text={url} />
        </>
      )}
    </div>
  );
}

function StateButton() {
  const isConnected = useLiveState().kind === 'open';
  const look = lookOf(useServing(), useOwnState(), isConnected);
  const actions = useMenuActions();
  return (
    <MenuTrigger>
      <Button
        isDisabled={!isConnected || actions.length === 0}
        aria-label={`Server: ${look.word}`}
        className="flex h-7 shrink-0 cursor-default items-center gap-1.5 rounded-md pr-1 pl-2 text-sm font-medium whitespace-nowrap hover:bg-surface-2 data-pressed:bg-surface-2"
      >
        <StateMark {...look} />
        <span className="max-[30rem]:sr-only">{look.word}</span>
        <ChevronDown aria-hidden className="size-3.5 text-ink-3" />
      </Button>
      <Popover
        placement="bottom start"
        className="min-w-56 overflow-auto rounded-md border border-line bg-surface-1 p-1 shadow-pop"
      >
        <ActionMenu label="Server" actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

/** Of one tenant alone only where there are others: else it is the same as the server. */
function useMenuActions(): readonly MenuAction[] {
  const serving = useServing();
  const tenant = useTenant();
  const own = useOwnState();
  const hasOthers = (useStatus().data?.tenants.length ?? 0) > 1;
  const give = useServingOrders();
  const [keys] = keysOf('server.startStop', useBindingOptions());
  if (serving === undefined) return [];
  const choices = [
    ...choicesFor(serving),
    ...(tenant !== undefined && hasOthers ? choicesForTenant(tenant, own) : []),
  ];
  return choices.map(({ label, order }) => ({
    id: label,
    label,
    icon: iconOf(order),
    ...(isStartOrStop(order) &&
      keys !== undefined && { keys: showKeys(keys, isMac).join(isMac ? '' : '+') }),
    onAction: () => give(order),
  }));
}

function isStartOrStop({ kind }: ServingOrder): boolean {
  return kind === 'start' || kind === 'stop';
}

const ICONS = {
  start: CirclePlay,
  'start-next': Shuffle,
  stop: CircleStop,
  restart: RotateCw,
  pause: CirclePause,
  resume: CirclePlay,
  check: RotateCw,
  look: RotateCw,
} as const satisfies Record<string, LucideIcon>;

const TENANT_ICONS = { serving: CirclePlay, paused: CirclePause, stopped: CircleStop } as const;

function iconOf(order: ServingOrder): LucideIcon {
  return order.kind === 'tenant' ? TENANT_ICONS[order.state] : ICONS[order.kind];
}
