// What was typed into Connectivity and is not saved yet, by application: it is there again after a look at another screen,
// such as the one that the Secret Token is copied from. In memory alone, because it holds secrets.
import { create } from 'zustand';
import type { ConnectionDraft } from './connection-draft.ts';

const useDrafts = create<Readonly<Record<string, ConnectionDraft | undefined>>>(() => ({}));

export function useKeptDraft(application: string) {
  const kept = useDrafts((drafts) => drafts[application]);
  return {
    kept,
    keep: (draft: ConnectionDraft | undefined) => useDrafts.setState({ [application]: draft }),
  };
}
