// Sends the request of a tab and puts the answer into it. Another host is asked about first, once for each.
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { callAdmin } from '../../api/client.ts';
import { describeError } from '../../ui/error-state.tsx';
import { changeDraft, type Draft } from './drafts.ts';
import { isElsewhere } from './target-fields.tsx';

export interface Sending {
  readonly send: () => void;
  /** The host that must be agreed to before anything is sent. */
  readonly askedHost: string | undefined;
  readonly agree: () => void;
  readonly refuse: () => void;
}

export function useSend(draft: Draft): Sending {
  const queryClient = useQueryClient();
  const [asked, setAsked] = useState<string>();
  const [agreed, setAgreed] = useState<readonly string[]>([]);
  const { target } = draft.request;
  const host =
    target.kind === 'url' && isElsewhere(target.baseUrl) ? hostOf(target.baseUrl) : undefined;

  async function sendNow(): Promise<void> {
    changeDraft(draft.key, { isSending: true, problem: null });
    try {
      const allowRemote = host !== undefined;
      const answer = await callAdmin('sendComposed', {
        body: { request: draft.request, allowRemote },
      });
      changeDraft(draft.key, { answer, isSending: false });
    } catch (error) {
      changeDraft(draft.key, { problem: describeError(error), answer: null, isSending: false });
    }
    await queryClient.invalidateQueries({ queryKey: ['compose-history'] });
  }

  return {
    askedHost: asked,
    send() {
      if (draft.isSending) return;
      if (host === undefined || agreed.includes(host)) void sendNow();
      else setAsked(host);
    },
    agree() {
      if (asked !== undefined) setAgreed([...agreed, asked]);
      setAsked(undefined);
      void sendNow();
    },
    refuse: () => setAsked(undefined),
  };
}

function hostOf(baseUrl: string): string {
  return /^https?:\/\/(?:[^@/]*@)?([^/?#]+)/i.exec(baseUrl)?.[1] ?? baseUrl;
}
