// A file that somebody wants to import: chosen or dropped here, or opened with the app, which then reads it itself. Both
// are sent to the same stream of the admin API.
import { adminStreams } from '../../shared/admin/streams.ts';
import { OPENED_FILE_STREAMS, SentFile, type OpenedFile } from '../../shared/shell.ts';
import { createApiError } from './api-error.ts';
import { uploadFile } from './download.ts';
import { shell } from './shell.ts';

export interface ImportSource {
  /** Tells it from another file of the same name. */
  readonly id: string;
  readonly name: string;
  readonly size: number;
  /** What the server answers, as JSON. Throws ApiError. */
  readonly send: (query: Readonly<Record<string, string>>) => Promise<unknown>;
}

export function sourceOfFile(kind: OpenedFile['kind'], file: File): ImportSource {
  const { path } = adminStreams[OPENED_FILE_STREAMS[kind]];
  return {
    id: crypto.randomUUID(),
    name: file.name,
    size: file.size,
    send: (query) => uploadFile(`${path}?${new URLSearchParams(query).toString()}`, file),
  };
}

export function sourceOfOpened({ ticket, name, size }: OpenedFile): ImportSource {
  return {
    id: ticket,
    name,
    size,
    async send(query) {
      const answer = SentFile.parse(await shell?.sendOpenedFile({ ticket, query }));
      if (answer.kind === 'answered') return answer.answer;
      throw createApiError({ code: 'conflict', message: answer.reason });
    },
  };
}
