// A request as an HTTPie command for a POSIX shell.
import type { OutgoingRequest } from './outgoing-request.ts';
import { quoteForShell } from './write-curl.ts';

export function writeHttpie(request: OutgoingRequest): string {
  const { method, url, headers, authorization, body } = request;
  const parts = [`http --ignore-stdin ${method} ${quoteForShell(url)}`];
  if (authorization !== null) {
    const { scheme, token } = authorization;
    const prefix = `Authorization:${scheme} `;
    parts.push(token === null ? `"${prefix}$TOKEN"` : quoteForShell(prefix + token));
  }
  for (const [name, value] of headers) parts.push(quoteForShell(headerItem(name, value)));
  if (body !== '') parts.push(`--raw ${quoteForShell(body)}`);
  return parts.join(' \\\n  ');
}

/** `Name;` is HTTPie's way to write a header without a value. */
function headerItem(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}:${value}`;
}
