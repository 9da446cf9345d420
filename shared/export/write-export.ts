// Logged requests in any format, one after the other: head, entries with something between them, tail. Nothing holds
// more than one request, so the number of requests has no bound.
import type { RequestDetails } from '../admin/request-log.ts';
import { EXPORT_FORMATS, type ExportFormat } from './formats.ts';
import { type OutgoingOptions, type OutgoingRequest, toOutgoing } from './outgoing-request.ts';
import { CSV_HEAD, writeCsvLine } from './write-csv.ts';
import { writeCsharp } from './write-csharp.ts';
import { writeCurl } from './write-curl.ts';
import { type CmdPlace, writeCurlCmd } from './write-curl-cmd.ts';
import { writeExpectation } from './write-expectation.ts';
import { writeFetch } from './write-fetch.ts';
import { HAR_HEAD, HAR_TAIL, writeHarEntry } from './write-har.ts';
import { HTTP_FILE_HEAD, writeHttpFile } from './write-http-file.ts';
import { writeHttpie } from './write-httpie.ts';
import { writeMarkdown } from './write-markdown.ts';
import { POSTMAN_TAIL, postmanHead, writePostmanItem } from './write-postman.ts';
import { writePowerShell } from './write-powershell.ts';

export interface WriterOptions extends OutgoingOptions {
  /** A file may have several requests; what is copied is one, for a prompt. */
  readonly place: 'file' | 'clipboard';
}

export interface ExportWriter {
  readonly head: string;
  readonly between: string;
  readonly tail: string;
  readonly write: (request: RequestDetails) => string;
}

const PLAIN = { head: '', between: '\n', tail: '\n' };

export function exportWriter(format: ExportFormat, options: WriterOptions): ExportWriter {
  return isCode(format) ? codeWriter(format, options) : RECORD_WRITERS[format](options);
}

type RecordFormat = 'har' | 'postman' | 'expectation' | 'csv' | 'jsonl' | 'markdown' | 'http';
type CodeFormat = Exclude<ExportFormat, RecordFormat>;

const RECORD_WRITERS: Readonly<Record<RecordFormat, (options: WriterOptions) => ExportWriter>> = {
  har: ({ origin }) => ({
    head: HAR_HEAD,
    between: ',\n',
    tail: HAR_TAIL,
    write: (request) => writeHarEntry(request, origin),
  }),
  postman: (options) => ({
    head: postmanHead('SCIM Mock Tenant'),
    between: ',\n',
    tail: POSTMAN_TAIL,
    write: (request) => writePostmanItem(request, options),
  }),
  expectation: ({ place }) => ({
    ...PLAIN,
    write(request) {
      const title = place === 'file' ? `// ${quiet(titleOf(request))}\n` : '';
      return title + writeExpectation(request);
    },
  }),
  csv: () => ({ head: CSV_HEAD, between: '\r\n', tail: '\r\n', write: writeCsvLine }),
  jsonl: () => ({ ...PLAIN, write: (request) => JSON.stringify(request) }),
  markdown: () => ({ ...PLAIN, tail: '', write: writeMarkdown }),
  http: (options) => ({
    ...PLAIN,
    head: HTTP_FILE_HEAD,
    tail: '',
    write: (request) => writeHttpFile(toOutgoing(request, options), titleOf(request)),
  }),
};

function isCode(format: ExportFormat): format is CodeFormat {
  return !Object.hasOwn(RECORD_WRITERS, format);
}

/** One request as text, as it is copied or shown. */
export function writeOne(
  format: ExportFormat,
  request: RequestDetails,
  options: OutgoingOptions,
): string {
  const writer = exportWriter(format, { ...options, place: 'clipboard' });
  return writer.head + writer.write(request) + writer.tail;
}

/** A request as code, whether it was logged or is being composed. */
export function writeCode(format: CodeFormat, request: OutgoingRequest, place: CmdPlace): string {
  switch (format) {
    case 'curl':
      return writeCurl(request);
    case 'curl-cmd':
      return writeCurlCmd(request, place);
    case 'powershell':
      return writePowerShell(request);
    case 'fetch':
      return writeFetch(request);
    case 'httpie':
      return writeHttpie(request);
    case 'csharp':
      return writeCsharp(request);
  }
}

const COMMENTS: Readonly<Record<CodeFormat, string>> = {
  curl: '# ',
  'curl-cmd': 'rem ',
  powershell: '# ',
  fetch: '// ',
  httpie: '# ',
  csharp: '// ',
};

const HEADS: Partial<Record<CodeFormat, string>> = {
  curl: '#!/usr/bin/env bash\n',
  httpie: '#!/usr/bin/env bash\n',
  'curl-cmd': '@echo off\n',
};

function codeWriter(format: CodeFormat, options: WriterOptions): ExportWriter {
  const isFile = options.place === 'file';
  const place = isFile ? 'batch' : 'prompt';
  const comment = COMMENTS[format];
  return {
    head: isFile ? (HEADS[format] ?? '') : '',
    between: '\n\n',
    tail: '\n',
    write(request) {
      const code = writeCode(format, toOutgoing(request, options), place);
      const notes = isFile ? [titleOf(request), ...cutNote(request)] : cutNote(request);
      const lines = notes.map((note) => `${comment}${quiet(note)}\n`);
      return lines.join('') + (isFile ? scoped(format, code) : code);
    },
  };
}

/** A sentence may hold what a client sent: no shell may find more than a comment in it. */
function quiet(note: string): string {
  return note.replace(/[^\p{L}\p{N} .,:@/_-]+/gu, ' ');
}

/** Several requests in one file must not declare the same name twice. */
function scoped(format: CodeFormat, code: string): string {
  return format === 'fetch' || format === 'csharp' ? `{\n${code}\n}` : code;
}

function cutNote({ requestBody }: RequestDetails): readonly string[] {
  return requestBody.truncated ? ['The body was cut at the recording limit.'] : [];
}

function titleOf({ id, sentence }: RequestDetails): string {
  return `${id} ${sentence}`;
}

/** `requests-2026-05-04.har`, `request-12.sh` */
export function exportFileName(format: ExportFormat, name: string): string {
  return `${name}.${EXPORT_FORMATS[format].extension}`;
}
