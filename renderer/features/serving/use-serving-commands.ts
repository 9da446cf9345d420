// What the commands about serving do; they work on every screen.
import { useTenant } from '../../api/use-status.ts';
import { useCommands } from '../shortcuts/use-commands.ts';
import { canStart } from './serving-state.ts';
import { useOwnState, useServing, useServingOrders } from './use-serving.ts';

/** Mount once. */
export function useServingCommands(): void {
  const serving = useServing();
  const tenant = useTenant();
  const own = useOwnState();
  const give = useServingOrders();
  const isOpen = () => serving !== undefined && !canStart(serving);

  function switchTenant(to: 'paused' | 'stopped'): void {
    if (tenant === undefined) return;
    give({ kind: 'tenant', tenant, state: own === to ? 'serving' : to });
  }

  useCommands([
    {
      id: 'server.restart',
      when: isOpen,
      run: () => give({ kind: 'restart' }),
    },
    {
      id: 'server.pause',
      when: isOpen,
      run: () => give({ kind: serving?.state === 'paused' ? 'resume' : 'pause' }),
    },
    {
      id: 'server.startStop',
      when: () => serving !== undefined,
      run: () => give({ kind: isOpen() ? 'stop' : 'start' }),
    },
    { id: 'tenant.pause', when: () => tenant !== undefined, run: () => switchTenant('paused') },
    { id: 'tenant.stop', when: () => tenant !== undefined, run: () => switchTenant('stopped') },
  ]);
}
