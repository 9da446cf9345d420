// A request as Invoke-RestMethod, for Windows PowerShell 5.1 and PowerShell 7. Single-quoted strings change nothing and
// may have line ends; the body goes as bytes, because 5.1 would send text as ISO 8859-1.
import { findHeader, type HeaderPair, type OutgoingRequest } from './outgoing-request.ts';

export function writePowerShell(request: OutgoingRequest): string {
  const { method, url, headers, authorization, body } = request;
  const type = findHeader(headers, 'content-type');
  const agent = findHeader(headers, 'user-agent');
  const call = [`Invoke-RestMethod -Method ${titled(method)} -Uri ${quoteForPowerShell(url)}`];
  const table = headerTable(headers, authorization);
  if (table !== '') call.push('-Headers $headers');
  if (agent !== undefined) call.push(`-UserAgent ${quoteForPowerShell(agent)}`);
  if (type !== undefined) call.push(`-ContentType ${quoteForPowerShell(type)}`);
  if (body !== '') call.push('-Body ([Text.Encoding]::UTF8.GetBytes($body))');
  const lines = [
    table,
    body === '' ? '' : `$body = ${quoteForPowerShell(body)}`,
    call.join(' `\n  '),
  ];
  return lines.filter((line) => line !== '').join('\n');
}

/** PowerShell takes typographic quotes for the plain one; each is escaped by itself. */
export function quoteForPowerShell(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/gu, '$&$&')}'`;
}

/** 5.1 wants these two as parameters. */
const PARAMETERS = new Set(['content-type', 'user-agent']);

function headerTable(
  headers: readonly HeaderPair[],
  authorization: OutgoingRequest['authorization'],
): string {
  const lines = headers
    .filter(([name]) => !PARAMETERS.has(name.toLowerCase()))
    .map(([name, value]) => `  ${quoteForPowerShell(name)} = ${quoteForPowerShell(value)}`);
  if (authorization !== null) {
    const { scheme, token } = authorization;
    const value =
      token === null ? `"${scheme} $env:TOKEN"` : quoteForPowerShell(`${scheme} ${token}`);
    lines.unshift(`  'Authorization' = ${value}`);
  }
  return lines.length === 0 ? '' : `$headers = @{\n${lines.join('\n')}\n}`;
}

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']);

/** `Patch`; a method that PowerShell does not list goes by another name. */
function titled(method: string): string {
  if (!METHODS.has(method)) return `Default -CustomMethod ${quoteForPowerShell(method)}`;
  return method.charAt(0) + method.slice(1).toLowerCase();
}
