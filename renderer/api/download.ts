// Files of the admin API: asked for with the key, kept by the browser as a blob, saved as any download.
import { createApiError, toApiError } from './api-error.ts';
import { readAdminKey } from './admin-key.ts';
import { saveBlob } from '../ui/save-text.ts';

/**
 * Saves the file that an address of the admin API answers with.
 *
 * @throws ApiError, with the server's code or `offline`
 */
export async function saveFileOf(path: string): Promise<void> {
  await save(await send(path, { method: 'GET' }));
}

/**
 * Posts what is wanted to a stream of the admin API, and saves the file that it answers with. Once `signal` is aborted
 * nothing is saved, and the server stops writing.
 *
 * @throws ApiError, with the server's code or `offline`; the reason of the abortion
 */
export async function downloadFile(
  path: string,
  wanted: object,
  signal: AbortSignal | null = null,
): Promise<void> {
  const headers = { 'Content-Type': 'application/json' };
  const body = JSON.stringify(wanted);
  await save(await send(path, { method: 'POST', headers, body, signal }), signal);
}

/**
 * Posts a file to a stream of the admin API; returns what it answers, as JSON.
 *
 * @throws ApiError, with the server's code or `offline`
 */
export async function uploadFile(path: string, file: Blob): Promise<unknown> {
  const headers = { 'Content-Type': 'application/octet-stream' };
  const response = await send(path, { method: 'POST', headers, body: file });
  return response.json();
}

async function save(response: Response, signal: AbortSignal | null = null): Promise<void> {
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const blob = await readWhole(response, signal);
  signal?.throwIfAborted();
  saveBlob(name ?? 'export', blob);
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${readAdminKey() ?? ''}`);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    init.signal?.throwIfAborted();
    throw createApiError({ code: 'offline', message: 'The server does not answer.' }, error);
  });
  if (response.ok) return response;
  const text = await response.text();
  throw toApiError(response.status, readJson(text));
}

/** A file that broke off is not saved. */
async function readWhole(response: Response, signal: AbortSignal | null): Promise<Blob> {
  try {
    return await response.blob();
  } catch (error) {
    signal?.throwIfAborted();
    throw createApiError({ code: 'offline', message: 'The file broke off on its way.' }, error);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // the status says it then
  }
}
