// The requests that are being written, one for each tab. They stay while one looks at other screens, and go with the page:
// they may hold tokens, so they are kept nowhere else.
import { create } from 'zustand';
import type { ComposedRequest, SentAnswer } from '../../../shared/admin/compose.ts';

export interface Draft {
  readonly key: number;
  readonly name: string;
  readonly request: ComposedRequest;
  /** The saved request that it is. */
  readonly savedId: number | null;
  readonly isSending: boolean;
  readonly answer: SentAnswer | null;
  /** Why the server did not send it. */
  readonly problem: string | null;
}

interface Drafts {
  readonly drafts: readonly Draft[];
  readonly activeKey: number;
  readonly nextKey: number;
}

export const useDrafts = create<Drafts>(() => ({ drafts: [], activeKey: 0, nextKey: 1 }));

type NewDraft = Pick<Draft, 'name' | 'request'> & Partial<Pick<Draft, 'savedId'>>;

/** Opens tabs at the end and shows the first of them. */
export function openDrafts(wanted: readonly NewDraft[]): void {
  useDrafts.setState(({ drafts, nextKey }) => ({
    drafts: [
      ...drafts,
      ...wanted.map((draft, index) => ({
        savedId: null,
        isSending: false,
        answer: null,
        problem: null,
        ...draft,
        key: nextKey + index,
      })),
    ],
    activeKey: nextKey,
    nextKey: nextKey + wanted.length,
  }));
}

export function changeDraft(key: number, change: Partial<Omit<Draft, 'key'>>): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: drafts.map((draft) => (draft.key === key ? { ...draft, ...change } : draft)),
  }));
}

export function changeRequest(key: number, change: Partial<ComposedRequest>): void {
  useDrafts.setState(({ drafts }) => ({
    drafts: drafts.map((draft) =>
      draft.key === key ? { ...draft, request: { ...draft.request, ...change } } : draft,
    ),
  }));
}

export function showDraft(activeKey: number): void {
  useDrafts.setState({ activeKey });
}

/** The neighbour takes its place. */
export function closeDraft(key: number): void {
  useDrafts.setState(({ drafts, activeKey }) => {
    const at = drafts.findIndex((draft) => draft.key === key);
    const left = drafts.filter((draft) => draft.key !== key);
    const neighbour = left[Math.min(at, left.length - 1)];
    return { drafts: left, activeKey: activeKey === key ? (neighbour?.key ?? 0) : activeKey };
  });
}

export function blankRequest(tenant: string): NewDraft {
  return {
    name: 'New request',
    request: {
      target: { kind: 'tenant', tenant },
      method: 'GET',
      path: '/Users',
      headers: [['Accept', 'application/scim+json']],
      body: '',
    },
  };
}
