// Where the app runs in its own window: the menu learns what the screen on show can do, and what the menu, a link or
// the shell asks for is done. In a browser there is no shell, and nothing of this.
import { useRouter } from '@tanstack/react-router';
import { useEffect, useEffectEvent } from 'react';
import { COMMAND_IDS } from '../../../shared/commands.ts';
import { ShellCommand } from '../../../shared/shell.ts';
import { shell } from '../../api/shell.ts';
import { toast } from '../../ui/toast.tsx';
import { askImport } from './asked-import.ts';
import { runCommand, useCommandStore } from '../shortcuts/command-store.ts';

const RECOVERED = {
  crashed: 'The window’s page had crashed and was loaded again. The server kept serving.',
  hung: 'The window’s page did not answer and was loaded again. The server kept serving.',
};

/** Mount once. */
export function useShellCommands(): void {
  const router = useRouter();
  const offered = useCommandStore(({ layers }) => {
    const ids = new Set(layers.flatMap((layer) => layer.map(({ id }) => id)));
    return COMMAND_IDS.filter((id) => ids.has(id)).join(' ');
  });
  const receive = useEffectEvent((sent: unknown) => {
    const { data: command } = ShellCommand.safeParse(sent);
    if (command?.type === 'run') runCommand(command.id);
    if (command?.type === 'open') router.history.push(command.path);
    if (command?.type === 'ask-import') askImport(command.file);
    if (command?.type === 'tell-recovered') {
      toast({ tone: 'neutral', message: RECOVERED[command.reason] });
    }
  });
  // First the ear, then the offer: commands that have waited come with the offer.
  useEffect(() => shell?.onCommand((command) => receive(command)), []);
  useEffect(() => {
    const ids = new Set(offered.split(' '));
    void shell?.offerCommands(COMMAND_IDS.filter((id) => ids.has(id)));
  }, [offered]);
}
