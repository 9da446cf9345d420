// A request as C# with HttpClient, as top-level statements.
import type { HeaderPair, OutgoingRequest } from './outgoing-request.ts';

export function writeCsharp(request: OutgoingRequest): string {
  const { method, url, headers, authorization, body } = request;
  const ofContent = headers.filter(([name]) => isOfContent(name));
  const others = headers.filter(([name]) => !isOfContent(name));
  return [
    'using var client = new HttpClient();',
    `using var request = new HttpRequestMessage(new HttpMethod(${quote(method)}), ${quote(url)});`,
    ...authorizationLine(authorization),
    ...others.map((pair) => addHeader('request.Headers', pair)),
    ...(body === '' && ofContent.length === 0 ? [] : [contentLine(body)]),
    ...ofContent.map((pair) => addHeader('request.Content.Headers', pair)),
    'using var response = await client.SendAsync(request);',
    'Console.WriteLine($"{(int)response.StatusCode} {await response.Content.ReadAsStringAsync()}");',
  ].join('\n');
}

function contentLine(body: string): string {
  return `request.Content = new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(${quote(body)}));`;
}

function authorizationLine(authorization: OutgoingRequest['authorization']): readonly string[] {
  if (authorization === null) return [];
  const { scheme, token } = authorization;
  const value =
    token === null
      ? `${quote(`${scheme} `)} + Environment.GetEnvironmentVariable("TOKEN")`
      : quote(`${scheme} ${token}`);
  return [`request.Headers.TryAddWithoutValidation("Authorization", ${value});`];
}

function addHeader(target: string, [name, value]: HeaderPair): string {
  return `${target}.TryAddWithoutValidation(${quote(name)}, ${quote(value)});`;
}

function isOfContent(name: string): boolean {
  return /^(?:content-.*|allow|expires|last-modified)$/iu.test(name);
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': String.raw`\"`,
  '\\': String.raw`\\`,
  '\n': String.raw`\n`,
  '\r': String.raw`\r`,
  '\t': String.raw`\t`,
};

/** A regular literal: a line end or another control character must be escaped, the rest may stand. */
function quote(text: string): string {
  const escaped = text.replace(
    // oxlint-disable-next-line eslint/no-control-regex -- those are what must not stand in a literal
    /["\\\u0000-\u001F\u007F\u0085\u2028\u2029]/gu,
    (character) =>
      ESCAPES[character] ?? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `"${escaped}"`;
}
