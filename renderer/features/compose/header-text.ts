// Headers as text, one a line.

export type Header = [name: string, value: string];

const LINE = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*(.*)$/;

export function writeHeaders(headers: readonly Header[]): string {
  return headers.map(([name, value]) => `${name}: ${value}`).join('\n');
}

/** `badLine`: the first that is no header. */
export function readHeaders(text: string): {
  readonly headers: Header[];
  readonly badLine: string | undefined;
} {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const headers = lines.flatMap((line): Header[] => {
    const [, name, value = ''] = LINE.exec(line.trim()) ?? [];
    return name === undefined ? [] : [[name, value]];
  });
  return { headers, badLine: lines.find((line) => !LINE.test(line.trim())) };
}
