// What a header of a provisioning request or answer is for. @see RFC 9110, RFC 7644 §3.1, §3.14

const HEADERS: Readonly<Record<string, string>> = {
  accept: 'Media types that the client can read; SCIM asks for application/scim+json',
  'accept-charset': 'Character sets that the client can read; SCIM is always UTF-8',
  'accept-encoding': 'Compressions that the client can undo',
  'accept-language': 'Languages in which the client wishes texts',
  authorization: 'The secret token, or other credentials',
  'cache-control': 'Whether the answer may be kept and for how long',
  connection: 'Whether the connection stays open after this exchange',
  'content-encoding': 'How the body is compressed',
  'content-length': 'Bytes of the body',
  'content-location': 'Where this very representation stands',
  'content-type': 'What the body is; SCIM uses application/scim+json',
  'client-request-id': 'The client’s own id of this request: Microsoft’s support asks for it',
  date: 'When the answer was made',
  etag: 'Version of the resource, for If-Match (RFC 7644 §3.14)',
  expect: 'The client waits for a 100 before it sends the body',
  host: 'The host and port that the client asked for; behind a tunnel, its name',
  'if-match': 'Change only if the resource still has this version',
  'if-none-match': 'Answer only if the resource has another version',
  'keep-alive': 'How long the connection stays open without a request',
  location: 'Where the resource is (RFC 7644 §3.3)',
  'ocp-apim-subscription-key': 'Key of an API gateway on the way',
  prefer: 'How the client wishes the answer, such as respond-async',
  'request-id': 'Id of this request, as the client or a gateway counts',
  'retry-after': 'When to try again: seconds, or a date',
  traceparent: 'Trace that this request belongs to (W3C Trace Context)',
  'transfer-encoding': 'How the body is cut for the way; chunked has no length in advance',
  'user-agent': 'Software that sent the request',
  via: 'Proxies on the way',
  'www-authenticate': 'How to be let in, and why this was not enough (RFC 6750)',
  'x-content-type-options': 'nosniff: the media type is what it says',
  'x-forwarded-for': 'Address of the client, as a proxy or tunnel tells',
  'x-forwarded-host': 'Host that the client asked for, as a proxy or tunnel tells',
  'x-forwarded-proto': 'http or https, as a proxy or tunnel tells',
  'x-ms-client-request-id': 'Microsoft’s own id of this request',
  'x-ms-correlation-id': 'Microsoft’s id of the whole operation',
  'x-request-id': 'Id of this request, as the client or a gateway counts',
};

/** Undefined for one that only its sender knows. */
export function explainHeader(name: string): string | undefined {
  return HEADERS[name.toLowerCase()];
}
