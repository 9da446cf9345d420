// What each command does at the moment: screens put their actions in while they are on show, the last one wins.
import { create } from 'zustand';
import type { CommandId } from '../../../shared/commands.ts';

export interface CommandAction {
  readonly id: CommandId;
  readonly run: () => void;
  /** Whether it can be done now; absent = always while the screen is on show. */
  readonly when?: () => boolean;
}

interface CommandState {
  readonly layers: readonly (readonly CommandAction[])[];
}

export const useCommandStore = create<CommandState>(() => ({ layers: [] }));

/** Returns the function that takes the actions away again. */
export function addActions(actions: readonly CommandAction[]): () => void {
  useCommandStore.setState(({ layers }) => ({ layers: [...layers, actions] }));
  return () => {
    useCommandStore.setState(({ layers }) => ({
      layers: layers.filter((layer) => layer !== actions),
    }));
  };
}

export function findAction(id: CommandId): CommandAction | undefined {
  const { layers } = useCommandStore.getState();
  for (const layer of layers.toReversed()) {
    const action = layer.find((one) => one.id === id && (one.when?.() ?? true));
    if (action !== undefined) return action;
  }
  return undefined;
}

/** Does a command; false when there is nothing on show that it would do. */
export function runCommand(id: CommandId): boolean {
  const action = findAction(id);
  action?.run();
  return action !== undefined;
}
