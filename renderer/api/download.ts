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
 * Posts what is wanted to a stream of the admin API, and saves the file that it answers with.
 *
 * @throws ApiError, with the server's code or `offline`
 */
export async function downloadFile(path: string, wanted: object): Promise<void> {
  await save(await post(path, 'application/json', JSON.stringify(wanted)));
}

/**
 * Posts a file to a stream of the admin API; returns what it answers, as JSON.
 *
 * @throws ApiError, with the server's code or `offline`
 */
export async function uploadFile(path: string, file: Blob): Promise<unknown> {
  const response = await post(path, 'application/octet-stream', file);
  return response.json();
}

async function save(response: Response): Promise<void> {
  const name = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  saveBlob(name ?? 'export', await readWhole(response));
}

function post(path: string, type: string, body: BodyInit): Promise<Response> {
  return send(path, { method: 'POST', headers: { 'Content-Type': type }, body });
}

async function send(path: string, init: RequestInit): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set('Authorization', `Bearer ${readAdminKey() ?? ''}`);
  const response = await fetch(path, { ...init, headers }).catch((error: unknown) => {
    throw createApiError({ code: 'offline', message: 'The server does not answer.' }, error);
  });
  if (response.ok) return response;
  const text = await response.text();
  throw toApiError(response.status, readJson(text));
}

/** A file that broke off is not saved. */
async function readWhole(response: Response): Promise<Blob> {
  try {
    return await response.blob();
  } catch (error) {
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
