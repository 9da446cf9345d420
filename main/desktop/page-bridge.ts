// The way from the shell to the page in the window: commands, which wait while no page listens (it is being loaded,
// or loaded again after a crash), and what the page has offered to do.
import type { WebContents } from 'electron';
import type { CommandId } from '../../shared/commands.ts';
import type { ShellCommand } from '../../shared/shell.ts';

export interface PageBridge {
  readonly send: (command: ShellCommand) => void;
  /** The page listens, and carries these out. */
  readonly offer: (ids: readonly CommandId[]) => void;
  readonly offers: (id: CommandId) => boolean;
  readonly onOffers: (listener: () => void) => void;
}

const MOST_WAITING = 8;

export function createPageBridge(contents: WebContents): PageBridge {
  let offered: ReadonlySet<CommandId> | undefined;
  let waiting: readonly ShellCommand[] = [];
  const listeners: (() => void)[] = [];

  function become(next: typeof offered): void {
    offered = next;
    for (const listener of listeners) listener();
  }

  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) become(undefined);
  });
  contents.on('render-process-gone', () => become(undefined));

  return {
    send(command) {
      if (offered === undefined) waiting = enqueue(waiting, command);
      else if (!contents.isDestroyed()) contents.send('command', command);
    },
    offer(ids) {
      become(new Set(ids));
      for (const command of waiting) contents.send('command', command);
      waiting = [];
    },
    offers: (id) => offered?.has(id) === true,
    onOffers: (listener) => void listeners.push(listener),
  };
}

/** A later place to go to replaces an earlier one. */
function enqueue(waiting: readonly ShellCommand[], command: ShellCommand): readonly ShellCommand[] {
  return [...waiting.filter(({ type }) => type !== command.type), command].slice(-MOST_WAITING);
}
