// JSON from an address that somebody typed, for the import of schemas: the page may ask nobody but this server.
import { JsonValue } from '../../../shared/admin/json-schema.ts';
import type { FetchedDocument } from '../../../shared/admin/schema-comparison.ts';
import { adminFailure } from './admin-failure.ts';

const TIMEOUT_MS = 10_000;
const MAX_CHARACTERS = 2_000_000;

/** Throws `bad-request` where there is no such document, saying why. Sends no credentials. */
export async function fetchDocument(url: string): Promise<FetchedDocument> {
  const text = await fetchText(url);
  if (text.length > MAX_CHARACTERS) throw refuse(url, 'is larger than 2 MB');
  try {
    return { document: JsonValue.parse(JSON.parse(text)) };
  } catch (error) {
    throw Object.assign(refuse(url, 'did not answer with JSON'), { cause: error });
  }
}

async function fetchText(url: string): Promise<string> {
  const response = await ask(url);
  if (!response.ok) throw refuse(url, `answered ${response.status}`);
  return response.text();
}

async function ask(url: string): Promise<Response> {
  try {
    return await fetch(url, {
      headers: { Accept: 'application/scim+json, application/json' },
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (error) {
    throw Object.assign(refuse(url, 'does not answer'), { cause: error });
  }
}

function refuse(url: string, reason: string) {
  return adminFailure('bad-request', `${new URL(url).host} ${reason}.`);
}
