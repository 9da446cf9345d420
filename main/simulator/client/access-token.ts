// Where the token of a request comes from: the Secret Token; one that Entra issues, where that is blank; or client
// credentials (RFC 6749 §4.4), whose token is kept until it expires and fetched by one request at a time, however many
// wait for it.
import { z } from 'zod';
import type { JobCredentials } from '../../../shared/simulator/job.ts';
import type { Clock } from '../../base/clock.ts';
import type { TokenIssuer } from './entra-token.ts';
import type { HttpSender } from './send-http.ts';

export type TokenResult =
  | { readonly kind: 'token'; readonly token: string }
  | { readonly kind: 'refused'; readonly problem: string; readonly isUnreachable: boolean };

export interface TokenSource {
  readonly get: (sender: HttpSender) => Promise<TokenResult>;
  /** Told that the token was not let in; returns whether there may be another. */
  readonly renew: (token: string) => boolean;
}

/** Fetched anew so long before it expires. */
const MARGIN_MS = 60_000;
const DEFAULT_LIFE_SECONDS = 3_600;

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().optional(),
});

export interface TokenParts {
  readonly monotonicMs: Clock['monotonicMs'];
  readonly issueToken: TokenIssuer;
}

interface KeptToken {
  readonly token: string;
  readonly untilMs: number;
}

export function createTokenSource(credentials: JobCredentials, parts: TokenParts): TokenSource {
  if (credentials.type === 'oauth2ClientCredentials') return fetchedTokens(credentials, parts);
  const { secretToken: token } = credentials;
  if (token === '') return issuedTokens(parts);
  return { get: () => Promise.resolve({ kind: 'token', token }), renew: () => false };
}

/** Who refuses a token that was just issued refuses the next one too. */
function issuedTokens({ monotonicMs, issueToken }: TokenParts): TokenSource {
  let kept: KeptToken | undefined;
  return {
    get() {
      if (kept === undefined || monotonicMs() >= kept.untilMs) {
        const { token, lifeSeconds } = issueToken();
        kept = { token, untilMs: monotonicMs() + lifeSeconds * 1000 - MARGIN_MS };
      }
      return Promise.resolve({ kind: 'token', token: kept.token });
    },
    renew: () => false,
  };
}

type ClientCredentials = Extract<JobCredentials, { readonly type: 'oauth2ClientCredentials' }>;

function fetchedTokens(credentials: ClientCredentials, { monotonicMs }: TokenParts): TokenSource {
  let kept: KeptToken | undefined;
  let pending: Promise<TokenResult> | undefined;

  async function fetchToken(sender: HttpSender): Promise<TokenResult> {
    const fetched = await requestToken(credentials, sender);
    if (fetched.kind === 'refused') return fetched;
    const lifeMs = fetched.lifeSeconds * 1000;
    kept = {
      token: fetched.token,
      untilMs: monotonicMs() + Math.max(lifeMs - MARGIN_MS, lifeMs / 2),
    };
    return { kind: 'token', token: fetched.token };
  }

  return {
    async get(sender) {
      if (kept !== undefined && monotonicMs() < kept.untilMs) {
        return { kind: 'token', token: kept.token };
      }
      pending ??= fetchToken(sender).finally(() => (pending = undefined));
      return pending;
    },
    renew(token) {
      if (kept?.token === token) kept = undefined;
      return true;
    },
  };
}

type FetchedToken =
  | { readonly kind: 'fetched'; readonly token: string; readonly lifeSeconds: number }
  | Extract<TokenResult, { readonly kind: 'refused' }>;

async function requestToken(
  credentials: ClientCredentials,
  sender: HttpSender,
): Promise<FetchedToken> {
  const { tokenEndpoint, clientId, clientSecret, scope } = credentials;
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
    ...(scope !== '' && { scope }),
  });
  const result = await sender.send({
    method: 'POST',
    url: tokenEndpoint,
    headers: { 'Content-Type': 'application/x-www-form-urlencoded', Accept: 'application/json' },
    body: form.toString(),
  });
  if (result.kind === 'no-answer') {
    return refuse(`The token endpoint cannot be reached: ${result.problem}.`, true);
  }
  const { status, text } = result.answer;
  const answer = TokenAnswer.safeParse(parseJson(text));
  if (status !== 200 || !answer.success) {
    return refuse(`The token endpoint answered ${status} without a token.`, status >= 500);
  }
  const { access_token: token, expires_in: lifeSeconds = DEFAULT_LIFE_SECONDS } = answer.data;
  return { kind: 'fetched', token, lifeSeconds };
}

function refuse(problem: string, isUnreachable = false) {
  return { kind: 'refused', problem, isUnreachable } as const;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // then it is no token answer
  }
}
