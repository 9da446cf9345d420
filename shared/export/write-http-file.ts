// A request for a `.http` file, as VS Code's REST Client, the JetBrains tools and Visual Studio read it: requests are
// parted by `###`, and `{{token}}` is a variable at the head of the file.
import type { OutgoingRequest } from './outgoing-request.ts';

/** Before the first request. */
export const HTTP_FILE_HEAD = '@token = \n\n';

/** `title` is a comment: one line. */
export function writeHttpFile(request: OutgoingRequest, title: string): string {
  const { method, url, headers, authorization, body } = request;
  const lines = [`### ${title.replace(/\s+/gu, ' ')}`, `${method} ${url} HTTP/1.1`];
  if (authorization !== null) {
    const { scheme, token } = authorization;
    lines.push(`Authorization: ${scheme} ${token ?? '{{token}}'}`);
  }
  for (const [name, value] of headers) lines.push(`${name}: ${value}`);
  if (body !== '') lines.push('', hideBraces(body));
  return `${lines.join('\n')}\n`;
}

/** In JSON two braces stand together only inside a string, where one of them can be written as an escape. */
export function hideBraces(body: string): string {
  return isJson(body) ? body.replaceAll('{{', String.raw`{\u007b`) : body;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
