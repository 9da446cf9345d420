// Runs what the provisioning log does by itself (forget, index) in steps of some milliseconds, with pauses for others.
import type { Logger } from '../base/logger.ts';
import type { Store } from '../store/open-store.ts';

/** Nothing is to be done: look again. */
const IDLE_MS = 2_000;
const NEXT_MS = 20;

/** Until it is closed. */
export function keepProvisioningLog({ store, logger }: { store: Store; logger: Logger }) {
  let timer = setTimeout(step, IDLE_MS);

  function step(): void {
    timer = setTimeout(step, takeStep() ? NEXT_MS : IDLE_MS);
  }

  function takeStep(): boolean {
    try {
      return store.provisioningLog.keep(Number(store.settings.read()['simulator.keepLogsDays']));
    } catch (error) {
      logger.error('The provisioning log could not be tidied up', { error });
      return false;
    }
  }

  return { close: () => clearTimeout(timer) };
}
