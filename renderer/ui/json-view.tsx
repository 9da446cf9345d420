// JSON and other text to read: coloured, wrapped, selectable, whatever its length. Long text stands in pieces: the
// browser lays out those in view (`content-visibility`), and a piece gets its colours when it comes into view. Of a very
// long text the pieces come a few at a time, so that the page never stands still.
import { Fragment, memo, useEffect, useMemo, useRef, useState } from 'react';
import type { JsonValue } from '../../shared/scim/json.ts';
import { splitText, type TextPiece } from './split-text.ts';

interface JsonViewProps {
  readonly label: string;
  readonly value: JsonValue;
}

const LINE_REM = 1.125;
const TOKEN =
  /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

export function JsonView({ label, value }: JsonViewProps) {
  const text = useMemo(() => JSON.stringify(value, null, 2), [value]);
  return <CodeText label={label} text={text} isJson />;
}

interface CodeTextProps {
  readonly label: string;
  readonly text: string;
  readonly isJson?: boolean;
}

/** Text as it is, in the code font; coloured when it is JSON. */
export function CodeText({ label, text, isJson = false }: CodeTextProps) {
  const pieces = useMemo(() => splitText(text), [text]);
  const shown = useRisingCount(text, pieces.length);
  return (
    <div
      role="group"
      aria-label={label}
      className="font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-1"
    >
      {pieces.length === 1 ? (
        <pre className="font-mono whitespace-pre-wrap">{isJson ? colour(text) : text}</pre>
      ) : (
        pieces
          .slice(0, shown)
          .map((piece, index) => <Piece key={index} piece={piece} isJson={isJson} />)
      )}
    </div>
  );
}

const PIECES_AT_A_TIME = 40;
const NEXT_PIECES_MS = 16;

/** How many pieces of a text stand in the page: more with each moment, until all do. */
function useRisingCount(text: string, count: number): number {
  const [state, setState] = useState({ text, shown: PIECES_AT_A_TIME });
  const shown = state.text === text ? state.shown : PIECES_AT_A_TIME;
  useEffect(() => {
    if (shown >= count) return undefined;
    const next = () => setState({ text, shown: shown + PIECES_AT_A_TIME });
    const timer = setTimeout(next, NEXT_PIECES_MS);
    return () => clearTimeout(timer);
  }, [text, shown, count]);
  return Math.min(shown, count);
}

interface PieceProps {
  readonly piece: TextPiece;
  readonly isJson: boolean;
}

const Piece = memo(function Piece({ piece, isJson }: PieceProps) {
  const ref = useRef<HTMLPreElement>(null);
  const wasSeen = useWasSeen(ref, isJson);
  return (
    <pre
      ref={ref}
      className="font-mono whitespace-pre-wrap [content-visibility:auto]"
      style={{ containIntrinsicSize: `auto ${piece.lines * LINE_REM}rem` }}
    >
      {isJson && wasSeen ? colour(piece.text) : piece.text}
    </pre>
  );
});

function useWasSeen(ref: React.RefObject<HTMLElement | null>, isAsked: boolean): boolean {
  const [wasSeen, setWasSeen] = useState(false);
  useEffect(() => {
    if (ref.current === null || !isAsked) return undefined;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      setWasSeen(true);
      observer.disconnect();
    });
    observer.observe(ref.current);
    return () => observer.disconnect();
  }, [ref, isAsked]);
  return wasSeen;
}

function colour(text: string) {
  const parts = [];
  let end = 0;
  for (const match of text.matchAll(TOKEN)) {
    const [whole, string, colon, number] = match;
    parts.push(
      <Fragment key={match.index}>
        {text.slice(end, match.index)}
        <span className={pickColour(string, colon, number)}>{string ?? whole}</span>
        {colon}
      </Fragment>,
    );
    end = match.index + whole.length;
  }
  return [...parts, text.slice(end)];
}

function pickColour(string?: string, colon?: string, number?: string): string {
  if (string !== undefined) return colon === undefined ? 'text-good' : 'text-accent';
  return number === undefined ? 'text-violet' : 'text-warn';
}
