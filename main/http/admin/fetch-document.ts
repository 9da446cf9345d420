// JSON from an address that somebody typed, for the import of schemas: the page may ask nobody but this server.
import { JsonValue } from '../../../shared/admin/json-schema.ts';
import type { FetchedDocument } from '../../../shared/admin/schema-comparison.ts';
import { askHttp, type HttpReply } from '../../base/ask-http.ts';
import { describeConnectionProblem } from '../../base/connection-problem.ts';
import type { Trust } from '../../base/trust.ts';
import { adminFailure } from './admin-failure.ts';

const TIMEOUT_MS = 10_000;
const MAX_CHARACTERS = 2_000_000;
const MAX_REDIRECTS = 5;

/** Throws `bad-request` where there is no such document, saying why. Sends no credentials. */
export async function fetchDocument(url: string, trust: Trust): Promise<FetchedDocument> {
  const text = await fetchText(url, trust);
  if (text.length > MAX_CHARACTERS) throw refuse(url, 'is larger than 2 MB');
  try {
    return { document: JsonValue.parse(JSON.parse(text)) };
  } catch (error) {
    throw Object.assign(refuse(url, 'did not answer with JSON'), { cause: error });
  }
}

async function fetchText(url: string, trust: Trust): Promise<string> {
  const { status, text } = await follow(url, trust);
  if (status < 200 || status > 299) throw refuse(url, `answered ${status}`);
  return text;
}

async function follow(url: string, trust: Trust): Promise<HttpReply> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  let at = url;
  for (let left = MAX_REDIRECTS; ; left -= 1) {
    const reply = await ask(at, { trust, signal });
    const location = reply.headers.get('location');
    const isRedirect = reply.status >= 300 && reply.status < 400 && location !== null;
    if (!isRedirect || left === 0 || !URL.canParse(location, at)) return reply;
    at = new URL(location, at).href;
  }
}

async function ask(url: string, given: { readonly trust: Trust; readonly signal: AbortSignal }) {
  try {
    return await askHttp(url, {
      ...given,
      method: 'GET',
      headers: { Accept: 'application/scim+json, application/json' },
    });
  } catch (error) {
    const reason = given.signal.aborted ? '' : `: ${describeConnectionProblem(error)}`;
    throw Object.assign(refuse(url, `does not answer${reason}`), { cause: error });
  }
}

function refuse(url: string, reason: string) {
  return adminFailure('bad-request', `${new URL(url).host} ${reason}.`);
}
