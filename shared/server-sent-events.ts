// The text of a server-sent event stream (WHATWG HTML §9.2.6), as far as the live feed uses it: `id` and `data` lines,
// comments as heartbeats, an empty line as the end of an event.

export interface ServerSentEvent {
  readonly id: string;
  readonly data: string;
}

export interface SplitEvents {
  readonly events: readonly ServerSentEvent[];
  /** The beginning of an event that has not come to its end: put it before what comes next. */
  readonly rest: string;
}

export function splitEvents(text: string): SplitEvents {
  const blocks = text.split(/\r?\n\r?\n/);
  const rest = blocks.pop() ?? '';
  return { events: blocks.flatMap(parseBlock), rest };
}

function parseBlock(block: string): readonly ServerSentEvent[] {
  let id = '';
  const data: string[] = [];
  for (const line of block.split(/\r?\n/)) {
    if (line.startsWith('id:')) id = line.slice(3).trimStart();
    else if (line.startsWith('data:')) data.push(line.slice(5).replace(/^ /, ''));
  }
  return data.length === 0 ? [] : [{ id, data: data.join('\n') }];
}
