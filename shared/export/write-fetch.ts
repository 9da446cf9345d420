// A request as JavaScript for Node 18 and newer: `fetch`, the token from the environment.
import type { OutgoingRequest } from './outgoing-request.ts';

/** In parts: it is the code that is written which reads the environment, not this file. */
const VARIABLE = ['process', 'env', 'TOKEN'].join('.');

export function writeFetch(request: OutgoingRequest): string {
  const { method, url, headers, authorization, body } = request;
  const lines = headers.map(([name, value]) => `    [${quote(name)}, ${quote(value)}],`);
  if (authorization !== null) {
    const { scheme, token } = authorization;
    const value =
      token === null
        ? `\`${escapeTemplate(scheme)} \${${VARIABLE}}\``
        : quote(`${scheme} ${token}`);
    lines.unshift(`    ['Authorization', ${value}],`);
  }
  const isBodiless = method === 'GET' || method === 'HEAD';
  return [
    ...(isBodiless && body !== ''
      ? [`// fetch sends no body with ${method}: it is left out.`]
      : []),
    `const response = await fetch(${quote(url)}, {`,
    `  method: ${quote(method)},`,
    ...(lines.length === 0 ? [] : ['  headers: [', ...lines, '  ],']),
    ...(body === '' || isBodiless ? [] : [`  body: \`${escapeTemplate(body)}\`,`]),
    '});',
    'console.log(response.status, await response.text());',
  ].join('\n');
}

function quote(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
  return `'${inner.replaceAll("'", String.raw`\'`)}'`;
}

/** Line ends stay readable, but a carriage return would be read as a line feed. */
function escapeTemplate(text: string): string {
  return text
    .replace(/[\\`]|\$\{/gu, String.raw`\$&`)
    .replaceAll('\r', String.raw`\r`)
    .replaceAll('\0', String.raw`\x00`);
}
