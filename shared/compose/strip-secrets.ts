// A composed request without what must not be kept: its token, headers that hold secrets, passwords wherever they stand.
import type { ComposedRequest, ComposeTarget } from '../admin/compose.ts';
import { comparesSecret } from '../export/compares-secret.ts';
import { decodeText } from '../export/decode-query.ts';
import { replaceSecrets } from '../export/replace-secrets.ts';
import { SECRET_HEADER } from '../export/secret-header.ts';
import { SECRET_PARAMETER } from '../export/secret-parameter.ts';
import type { JsonValue } from '../scim/json.ts';

export function stripSecrets(request: ComposedRequest): ComposedRequest {
  return {
    ...request,
    target: stripTarget(request.target),
    path: request.path.replace(PARAMETER, stripParameter),
    headers: request.headers.filter(([name]) => !SECRET_HEADER.test(name)),
    body: replaceSecrets(request.body, parseJson(request.body), ''),
  };
}

/** A URL may hold a name and a password as well. */
function stripTarget(target: ComposeTarget): ComposeTarget {
  if (target.kind !== 'url') return target;
  return {
    ...target,
    baseUrl: target.baseUrl.replace(/^(https?:\/\/)[^/?#]*@/i, '$1'),
    token: null,
  };
}

const PARAMETER = /([?&;])([^&?;=]+)=([^&?;]*)/g;

// oxlint-disable-next-line eslint/max-params -- String.replace passes the match and its groups
function stripParameter(pair: string, before: string, name: string, value: string): string {
  const plain = decode(name).trim().toLowerCase();
  const isSecret =
    SECRET_PARAMETER.test(plain) || (plain === 'filter' && comparesSecret(decode(value)));
  return isSecret ? `${before}${name}=` : pair;
}

function decode(text: string): string {
  return decodeText(text.replaceAll('+', ' '));
}

function parseJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue; // JSON.parse yields exactly that
  } catch {
    return undefined; // then secrets are found by their names alone
  }
}
