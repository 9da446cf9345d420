// Text that is typed at once and handed on when the typing pauses; a change from outside (a link, Back) wins.
import { useEffect, useRef, useState } from 'react';

export interface DelayedText {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Hands a text on at once. */
  readonly settle: (text: string) => void;
}

const PAUSE_MS = 220;

interface Typing {
  readonly text: string;
  /** The outer text that this was last compared with. */
  readonly seen: string;
  /** What was handed on last: when it comes back from outside, the typing goes on undisturbed. */
  readonly sent: string;
}

export function useDelayedText(outer: string, onChange: (text: string) => void): DelayedText {
  const [typing, setTyping] = useState<Typing>({ text: outer, seen: outer, sent: outer });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (typing.seen !== outer) {
    const isOurs = outer === typing.sent;
    setTyping(isOurs ? { ...typing, seen: outer } : { text: outer, seen: outer, sent: outer });
  }

  function settle(text: string): void {
    clearTimeout(timer.current);
    setTyping((old) => ({ ...old, text, sent: text }));
    onChange(text);
  }

  function type(text: string): void {
    setTyping((old) => ({ ...old, text }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => settle(text), PAUSE_MS);
  }

  return { text: typing.text, type, settle };
}
