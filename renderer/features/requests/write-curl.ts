// A recorded request as a curl command for a POSIX shell. The token is not recorded, so the command reads it from $TOKEN.
import type { RequestDetails } from '../../../shared/admin/request-log.ts';

/** Headers that curl sets itself, or that belonged to the way rather than to the message. */
const LEFT_OUT =
  /^(host|content-length|connection|accept-encoding|transfer-encoding|authorization|x-forwarded-.*)$/i;

type CurlRequest = Pick<
  RequestDetails,
  'method' | 'path' | 'query' | 'requestHeaders' | 'requestBody'
>;

export function writeCurl(request: CurlRequest, origin: string): string {
  const query = request.query === '' ? '' : `?${request.query}`;
  const lines = [`curl -X ${request.method} ${quote(`${origin}${request.path}${query}`)}`];
  const hadToken = request.requestHeaders.some(([name]) => name.toLowerCase() === 'authorization');
  if (hadToken) lines.push('-H "Authorization: Bearer $TOKEN"');
  for (const [name, value] of request.requestHeaders) {
    if (!LEFT_OUT.test(name)) lines.push(`-H ${quote(`${name}: ${value}`)}`);
  }
  if (request.requestBody.text !== '') lines.push(`--data-raw ${quote(request.requestBody.text)}`);
  return lines.join(' \\\n  ');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
