// What the shell knows of newer versions, as it tells it. Nothing in a browser.
import { useEffect } from 'react';
import { create } from 'zustand';
import type { UpdateOrder } from '../../../shared/shell.ts';
import { UpdateState, type UpdateOffer } from '../../../shared/update.ts';
import { shell } from '../../api/shell.ts';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

interface UpdateStore {
  readonly state: UpdateState | undefined;
  /** Whether the dialog of what is new is open. */
  readonly isOpen: boolean;
}

export const useUpdates = create<UpdateStore>(() => ({ state: undefined, isOpen: false }));

/** Mount once. */
export function useFollowUpdates(): void {
  useEffect(() => {
    void shell?.getUpdates().then(receive);
    return shell?.onUpdates(receive);
  }, []);
}

/** Resolves with what has become of it; undefined in a browser, and where it failed. */
export async function orderUpdate(order: UpdateOrder): Promise<UpdateState | undefined> {
  try {
    const state = await shell?.orderUpdate(order);
    return state === undefined ? undefined : receive(state);
  } catch (error) {
    toast({ tone: 'bad', message: `Nothing was done about updates. ${describeError(error)}` });
    return undefined;
  }
}

export function setNewsOpen(isOpen: boolean): void {
  useUpdates.setState({ isOpen });
}

export function offerOf(state: UpdateState | undefined): UpdateOffer | undefined {
  return state !== undefined && 'offer' in state.check ? state.check.offer : undefined;
}

function receive(sent: unknown): UpdateState {
  const state = UpdateState.parse(sent);
  useUpdates.setState({ state });
  return state;
}
