// What must not be recorded of one exchange: every secret of its tenant, what the request presented, right or wrong, and
// JWTs that a client has put where none belongs.
import { quotedSecrets } from '../../../shared/export/replace-secrets.ts';
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { Exchange, ScimAppDependencies } from './exchange.ts';

const JWT = /eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,}/g;

/** A shorter text that was presented in vain is no secret, and would be found in ordinary words. */
const MIN_LENGTH = 12;

interface Sent {
  readonly requestText: string;
  readonly requestJson: JsonValue | undefined;
}

export function findSecrets(
  { store }: Pick<ScimAppDependencies, 'store'>,
  { tenant, target, presented }: Exchange,
  { requestText, requestJson }: Sent,
): readonly string[] {
  const own = tenant === null ? [] : store.tokens.secretsOf(tenant.id);
  const sent = `${target.rawPath} ${target.rawQuery} ${requestText}`;
  const given = [...presented, ...(sent.match(JWT) ?? []), ...quotedSecrets(requestJson)];
  const secrets = [...own, ...given.filter((secret) => secret.length >= MIN_LENGTH)];
  // The longest first: one that holds another is masked as a whole.
  return [...new Set(secrets)].toSorted((one, other) => other.length - one.length);
}
