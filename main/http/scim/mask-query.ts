// A filter by password, or a token among the parameters, says in the URL what must never be kept: what is recorded of
// such a request is without it. Read leniently, because a query that is refused is recorded all the same.
// @see RFC 7644 §7.5.2
import { SECRET_PARAMETER } from '../../../shared/export/secret-parameter.ts';
import { comparesSecret } from '../../../shared/export/compares-secret.ts';
import { MASK } from './mask-secrets.ts';
import type { ScimTarget } from './read-target.ts';

/** The target as the request log keeps it. */
export function maskQuery(target: ScimTarget): ScimTarget {
  return {
    ...target,
    rawQuery: target.rawQuery.replace(RAW_PAIR, maskPair),
    query: target.query.map((pair) => (isSecret(...pair) ? [pair[0], MASK] : pair)),
  };
}

/** Entra glues its flag and the rest together with a second `?`; some write `;` for `&`. */
const RAW_PAIR = /([^&?;=]+)=([^&?;]*)/g;

function maskPair(pair: string, name: string, value: string): string {
  return isSecret(decode(name), decode(value)) ? `${name}=${encodeURIComponent(MASK)}` : pair;
}

function isSecret(name: string, value: string): boolean {
  const plain = name.trim().toLowerCase();
  if (SECRET_PARAMETER.test(plain)) return true;
  return plain === 'filter' && comparesSecret(value);
}

/** Byte by byte where it has to be: a broken escape must not hide the rest. */
function decode(text: string): string {
  const spaced = text.replaceAll('+', ' ');
  return spaced.replace(/(?:%[0-9a-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) =>
        String.fromCharCode(Number.parseInt(hex, 16)),
      );
    }
  });
}
