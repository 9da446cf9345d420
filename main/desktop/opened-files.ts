// Files that somebody opens with the app: snapshots and HAR files. The shell remembers where they are and tells the page
// their names; the page asks the person, and has the shell send them. Nothing is read before.
// `.scimspace` is not among them: a workspace is a folder (./workspaces.ts), which no system opens by its ending.
import { createReadStream, statSync } from 'node:fs';
import { request as sendRequest, type IncomingMessage } from 'node:http';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { AdminError } from '../../shared/admin/error.ts';
import { adminStreams } from '../../shared/admin/streams.ts';
import {
  OPENED_FILE_STREAMS,
  type OpenedFile,
  type SendFileArgument,
  type SentFile,
} from '../../shared/shell.ts';
import type { ServerHost } from './server-host.ts';

const KINDS: ReadonlyMap<string, OpenedFile['kind']> = new Map([
  ['.scimsnap', 'snapshot'],
  ['.har', 'har'],
]);

const MOST_REMEMBERED = 16;

interface Remembered extends OpenedFile {
  readonly place: string;
}

export interface OpenedFiles {
  /** undefined: no such file, or none that the app opens. */
  readonly remember: (place: string) => OpenedFile | undefined;
  readonly send: (argument: SendFileArgument) => Promise<SentFile>;
}

/** The first of the words that a program was started with that names such a file; `folder` is where it was started. */
export function findFile(argv: readonly string[], folder: string): string | undefined {
  const word = argv.find((each) => !each.startsWith('-') && KINDS.has(endingOf(each)));
  if (word === undefined) return undefined;
  return isFileUrl(word) ? fileURLToPath(word) : path.resolve(folder, word);
}

/** Some desktops of Linux hand a file over as a URL; one of another machine is none of ours. */
function isFileUrl(word: string): boolean {
  return /^file:\/\/\/(?!\/)/i.test(word) && URL.canParse(word);
}

function endingOf(word: string): string {
  return path.extname(word).toLowerCase();
}

export function createOpenedFiles(host: ServerHost): OpenedFiles {
  let files: readonly Remembered[] = [];
  let opened = 0;
  return {
    remember(place) {
      const kind = KINDS.get(endingOf(place));
      const facts = statSync(place, { throwIfNoEntry: false });
      if (kind === undefined || facts?.isFile() !== true) return undefined;
      opened += 1;
      const file = {
        ticket: `opened-${opened}`,
        kind,
        name: path.basename(place),
        size: facts.size,
      };
      files = [...files, { ...file, place }].slice(-MOST_REMEMBERED);
      return file;
    },
    async send({ ticket, query }) {
      const file = files.find((each) => each.ticket === ticket);
      const ready = host.ready();
      if (file === undefined) return refused('The file was opened too long ago. Open it again.');
      if (ready === undefined)
        return refused('The server is not running. Start it, then try again.');
      try {
        return await upload(file, ready, query);
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        return refused(`“${file.name}” could not be sent: ${reason}.`);
      }
    },
  };
}

async function upload(
  { kind, place }: Remembered,
  { adminUrl, adminKey }: { readonly adminUrl: string; readonly adminKey: string },
  query: SendFileArgument['query'],
): Promise<SentFile> {
  const { path: route } = adminStreams[OPENED_FILE_STREAMS[kind]];
  const outgoing = sendRequest(`${adminUrl}${route}?${new URLSearchParams(query).toString()}`, {
    method: 'POST',
    headers: {
      Authorization: `Bearer ${adminKey}`,
      'Content-Type': 'application/octet-stream',
      'Content-Length': statSync(place).size,
    },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });
  const [incoming] = await Promise.all([answered, pipeline(createReadStream(place), outgoing)]);
  const answer: unknown = JSON.parse(await text(incoming));
  if (incoming.statusCode === 200) return { kind: 'answered', answer };
  const refusal = AdminError.safeParse(answer).data?.error.message;
  return refused(refusal ?? `The server answered ${incoming.statusCode}.`);
}

function refused(reason: string): SentFile {
  return { kind: 'refused', reason };
}
