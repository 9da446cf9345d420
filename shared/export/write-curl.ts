// A request as a curl command for a POSIX shell. Inside single quotes a shell changes nothing, so that is where every
// value goes; only the variable of the token stands in double quotes.
import { isLoopback } from '../compose/is-loopback.ts';
import { CA_FILE_NAME } from '../trust-steps.ts';
import { findHeader, type OutgoingRequest } from './outgoing-request.ts';

export function writeCurl(request: OutgoingRequest): string {
  return curlArguments(request, {
    quote: quoteForShell,
    quoteVariable: (prefix) => `"${prefix}$TOKEN"`,
    newLine: ' \\\n  ',
  });
}

export function quoteForShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

export interface CurlShell {
  readonly quote: (text: string) => string;
  /** A prefix and, behind it, the variable TOKEN. */
  readonly quoteVariable: (prefix: string) => string;
  readonly newLine: string;
}

export function curlArguments(request: OutgoingRequest, shell: CurlShell): string {
  const { method, url, headers, authorization, body } = request;
  const parts = [`curl ${methodFlag(method)} ${urlFlags(url)}${shell.quote(url)}`];
  if (authorization !== null) {
    const prefix = `Authorization: ${authorization.scheme} `;
    const { token } = authorization;
    parts.push(`-H ${token === null ? shell.quoteVariable(prefix) : shell.quote(prefix + token)}`);
  }
  for (const [name, value] of headers) parts.push(`-H ${shell.quote(headerArgument(name, value))}`);
  if (body !== '') {
    // Without one, curl would call the body a form.
    if (findHeader(headers, 'content-type') === undefined) {
      parts.push(`-H ${shell.quote('Content-Type:')}`);
    }
    parts.push(`--data-raw ${shell.quote(body)}`);
  }
  return parts.join(shell.newLine);
}

/** With `-X HEAD` curl would wait for a body. */
function methodFlag(method: string): string {
  return method === 'HEAD' ? '--head' : `-X ${method}`;
}

/** curl reads brackets in a URL as ranges, takes dots out of its path, and does not know the local CA. */
function urlFlags(url: string): string {
  const isOwn = /^https:/iu.test(url) && isLoopback(url);
  const flags = [
    ...(isOwn ? [`--cacert ${CA_FILE_NAME}`] : []),
    ...(/[[\]{}]/u.test(url) ? ['--globoff'] : []),
    ...(/\/\.\.?(?:\/|$)/u.test(url) ? ['--path-as-is'] : []),
  ];
  return flags.map((flag) => `${flag} `).join('');
}

/** `Name;` is curl's way to write a header without a value. */
function headerArgument(name: string, value: string): string {
  return value === '' ? `${name};` : `${name}: ${value}`;
}
