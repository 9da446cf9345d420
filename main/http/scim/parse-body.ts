// The body of a POST, PUT or PATCH as JSON. @see RFC 7644 §3.1 and §3.8 (media types), RFC 8259 (JSON is UTF-8)
// JSON.parse makes `__proto__` an own member, so a body cannot pollute anything by itself. Its error messages quote
// the text around the fault, which may be a secret: the place is found by our own reading instead.
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { Profile } from '../../../shared/scim/profile/switches.ts';
import {
  invalidSyntax,
  payloadTooLarge,
  unsupportedMediaType,
  type ScimError,
} from '../../scim/scim-error.ts';
import type { ReceivedBody, ScimRequest } from './exchange.ts';
import { findJsonFault, type JsonFault } from './find-json-fault.ts';

export const MAX_DEPTH = 64;

const MEDIA_TYPES = {
  'json-and-scim': ['application/scim+json', 'application/json'],
  'scim-only': ['application/scim+json'],
} as const;

export type BodyRules = Pick<Profile, 'maxBodyBytes' | 'requestMediaTypes'>;

/**
 * @throws payloadTooLarge beyond the limit of the profile, unsupportedMediaType for anything but plain JSON in UTF-8,
 * invalidSyntax for an empty body and for what is not JSON or nested too deeply.
 */
export function parseBody(
  request: ScimRequest,
  body: ReceivedBody,
  { maxBodyBytes, requestMediaTypes }: BodyRules,
): JsonValue {
  if (body.isTooLarge || body.size > maxBodyBytes) {
    throw payloadTooLarge(`The body is larger than the limit of ${maxBodyBytes} bytes`);
  }
  requireNoEncoding(request.headers['content-encoding']);
  requireJsonMediaType(request.headers['content-type'], MEDIA_TYPES[requestMediaTypes]);
  const text = decodeUtf8(body.bytes);
  if (text.trim() === '') throw invalidSyntax('The request needs a body, but none was sent');
  const fault = findJsonFault(text, MAX_DEPTH);
  if (fault !== undefined) throw notJson(text, fault);
  return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
}

/** Nothing is unpacked here: what a small body unpacks to has no bound. @see RFC 9110 §15.5.16 */
function requireNoEncoding(encoding: string | undefined): void {
  if (encoding === undefined || /^(?:identity)?$/i.test(encoding.trim())) return;
  throw unsupportedMediaType(
    `Content-Encoding '${encoding}' is not accepted; send the JSON itself`,
  );
}

/** A body without a media type is taken for JSON: some clients send none. */
function requireJsonMediaType(contentType: string | undefined, accepted: readonly string[]): void {
  if (contentType === undefined || contentType.trim() === '') return;
  const [mediaType = '', ...parameters] = contentType
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  if (!accepted.includes(mediaType)) {
    throw unsupportedMediaType(
      `Content-Type '${mediaType}' is not accepted; send application/scim+json`,
    );
  }
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (charset !== undefined && !/^charset="?utf-?8"?$/.test(charset)) {
    throw unsupportedMediaType(`Content-Type '${charset}' is not accepted; JSON is UTF-8`);
  }
}

function decodeUtf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw invalidBody('The body is not valid UTF-8', cause);
  }
}

function invalidBody(detail: string, cause: unknown): ScimError {
  const error = invalidSyntax(detail);
  error.cause = cause;
  return error;
}

function notJson(text: string, fault: JsonFault): ScimError {
  const before = text.slice(0, fault.at).split('\n');
  const place = `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
  return invalidSyntax(`The body is not valid JSON at ${place}: ${fault.reason}`);
}
