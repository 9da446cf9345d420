// The check that somebody asks for, in menu, palette or Settings: it always says how it ended.
import { shell } from '../../api/shell.ts';
import { toast } from '../../ui/toast.tsx';
import { useCommands } from '../shortcuts/use-commands.ts';
import { offerOf, orderUpdate } from './update-store.ts';
import { describeCheck, whyNotChecked } from './update-words.ts';

/** Mount once. */
export function useUpdateCommands(): void {
  useCommands([{ id: 'app.checkForUpdates', run: () => void checkForUpdates() }]);
}

export async function checkForUpdates(): Promise<void> {
  const state = await orderUpdate('check');
  if (state === undefined && shell !== undefined) return; // it has been told why
  const obstacle = whyNotChecked(state);
  if (state === undefined || obstacle !== undefined) {
    toast({ tone: 'neutral', message: obstacle ?? '' });
  } else if (state.check.kind === 'failed') {
    toast({ tone: 'bad', message: `Updates were not looked for. ${state.check.message}` });
  } else if (offerOf(state) === undefined) {
    toast({ tone: 'good', message: describeCheck(state) });
  }
}
