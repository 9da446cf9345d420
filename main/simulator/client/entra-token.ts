// The bearer token that Entra issues itself where the Secret Token is left blank; for tests only, its documents say.
// Ours: signed by a key of the workspace, whose public part the admin API shows, because nobody else has Microsoft's.
// @see entra docs "Develop and plan provisioning for a SCIM endpoint", "Handling endpoint authentication"
import { signJws, type SigningKey } from '../../base/jws.ts';
import { ENTRA_TENANT_ID } from '../../../shared/simulator/entra-ids.ts';

export interface IssuedToken {
  readonly token: string;
  readonly lifeSeconds: number;
}

export type TokenIssuer = () => IssuedToken;

/** The audience of every application that is not from the gallery. */
const AUDIENCE = '8adf8e6e-67b2-4cf2-a259-e3dc5476c621';
const LIFE_SECONDS = 3_600;

export function createTokenIssuer(key: () => SigningKey, now: () => Date): TokenIssuer {
  return () => {
    const seconds = Math.floor(now().getTime() / 1000);
    const token = signJws(key(), 'JWT', {
      iss: `https://sts.windows.net/${ENTRA_TENANT_ID}/`,
      aud: AUDIENCE,
      tid: ENTRA_TENANT_ID,
      iat: seconds,
      nbf: seconds,
      exp: seconds + LIFE_SECONDS,
      ver: '1.0',
    });
    return { token, lifeSeconds: LIFE_SECONDS };
  };
}
