// A composed request without what must not be kept: its token, headers that hold secrets, passwords in its body.
import type { ComposedRequest, ComposeTarget } from '../admin/compose.ts';
import { SECRET_HEADER } from '../export/secret-header.ts';

const SECRET_MEMBER =
  /("(?:password|client_secret|clientSecret|client_assertion|access_token)"\s*:\s*)"(?:[^"\\]|\\.)*"/giu;
const SECRET_FIELD = /\b((?:password|client_secret|client_assertion|access_token)=)[^&\s]+/giu;

export function stripSecrets(request: ComposedRequest): ComposedRequest {
  return {
    ...request,
    target: stripToken(request.target),
    headers: request.headers.filter(([name]) => !SECRET_HEADER.test(name)),
    body: request.body.replace(SECRET_MEMBER, '$1""').replace(SECRET_FIELD, '$1'),
  };
}

function stripToken(target: ComposeTarget): ComposeTarget {
  return target.kind === 'url' ? { ...target, token: null } : target;
}
