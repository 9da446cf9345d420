// JSON to read: pretty, coloured, wrapped, selectable. Beyond a limit it is plain text, which stays quick.
import { Fragment, useMemo, useState } from 'react';
import type { JsonValue } from '../../shared/scim/json.ts';
import { Button } from './button.tsx';

interface JsonViewProps {
  readonly label: string;
  readonly value: JsonValue;
}

const SHOWN_AT_FIRST = 60_000;
const COLOURED_UP_TO = 200_000;
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
  const [isWhole, setIsWhole] = useState(false);
  const shown = isWhole ? text : text.slice(0, SHOWN_AT_FIRST);
  const isCut = shown.length < text.length;
  return (
    <div role="group" aria-label={label}>
      <pre className="font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-1">
        {isJson && shown.length <= COLOURED_UP_TO ? colour(shown) : shown}
      </pre>
      {isCut && (
        <Button onPress={() => setIsWhole(true)}>
          Show all {text.length.toLocaleString('en')} characters
        </Button>
      )}
    </div>
  );
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
