// What is typed stands in the box at once, and in the address a moment later, as soon as it can be read.
import { useEffect, useEffectEvent, useState } from 'react';
import { findProblem } from '../list-mode.ts';

const TYPING_PAUSE_MS = 200;

export interface TypedFilter {
  readonly text: string;
  readonly type: (text: string) => void;
  /** Without waiting for the pause. */
  readonly apply: () => void;
  readonly clear: () => void;
}

export function useTypedFilter(filter: string, onFilter: (filter: string) => void): TypedFilter {
  const [text, setText] = useState(filter);
  const [known, setKnown] = useState(filter);
  if (filter !== known) {
    // The address changed elsewhere: back button, a link, a menu.
    setKnown(filter);
    if (filter !== text.trim()) setText(filter);
  }

  function report(next: string): void {
    const trimmed = next.trim();
    if (trimmed !== filter && findProblem(trimmed) === undefined) onFilter(trimmed);
  }

  const reportTyped = useEffectEvent(() => report(text));
  useEffect(() => {
    const timer = setTimeout(() => reportTyped(), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  return {
    text,
    type: setText,
    apply: () => report(text),
    clear() {
      setText('');
      report('');
    },
  };
}
