// Requests of a `.http` file: parted by `###`, with `@name = value` variables.
import type { HeaderPair } from '../export/outgoing-request.ts';
import type { ImportedRequest } from './imported-request.ts';
import { splitUrl } from './split-url.ts';

const REQUEST_LINE = /^(?:([A-Z][A-Z-]*)\s+)?(https?:\/\/\S.*?)(?:\s+HTTP\/[\d.]+)?\s*$/u;
const COMMENT = /^\s*(?:#(?!##)|\/\/)/u;

export function readHttpFile(text: string): readonly ImportedRequest[] {
  const unix = text.replaceAll('\r\n', '\n');
  const variables = readVariables(unix);
  const fill = (part: string) =>
    part.replace(/\{\{\s*(\w+)\s*\}\}/gu, (whole, name: string) => variables.get(name) || whole);
  const parts = unix.split(/^###/mu).map((part, index) => (index === 0 ? `\n${part}` : part));
  return parts.flatMap((part) => readPart(part, fill));
}

function readVariables(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(/^@(\w+)\s*=[ \t]*(.*)$/gmu)].map(([, name = '', value = '']) => [
      name,
      value.trim(),
    ]),
  );
}

function readPart(part: string, fill: (text: string) => string): readonly ImportedRequest[] {
  const [title = '', ...rest] = part.split('\n');
  const lines = rest.filter((line) => !COMMENT.test(line));
  const first = lines.findIndex((line) => REQUEST_LINE.test(fill(line)));
  if (first < 0) return [];
  const [, method = 'GET', url = ''] = REQUEST_LINE.exec(fill(lines[first] ?? '')) ?? [];
  const message = lines.slice(first + 1);
  const end = message.findIndex((line) => line.trim() === '');
  const head = end < 0 ? message : message.slice(0, end);
  const body = end < 0 ? '' : message.slice(end + 1).join('\n');
  const name = title.trim() || splitUrl(url).path;
  const continued = head.filter((line) => /^\s*[?&]/u.test(line)).map((line) => line.trim());
  return [
    {
      name,
      method,
      url: url + fill(continued.join('')),
      headers: head.flatMap((line) => readHeader(fill(line))),
      body: fill(body).replace(/\n+$/u, ''),
    },
  ];
}

function readHeader(line: string): readonly HeaderPair[] {
  const [, name, value = ''] = /^([\w!#$%&'*+.^`|~-]+):[ \t]*(.*)$/u.exec(line) ?? [];
  return name === undefined ? [] : [[name, value.trimEnd()]];
}
