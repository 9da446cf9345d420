// curl commands as people copy them from a browser, a document or our own export: POSIX quoting, `$'…'` and line ends
// behind a backslash. Options that say nothing about the request are passed over.
import type { HeaderPair } from '../export/outgoing-request.ts';
import type { ImportedRequest } from './imported-request.ts';
import { splitUrl } from './split-url.ts';

/** Each command of the text. */
export function readCurl(text: string): readonly ImportedRequest[] {
  const commands: string[][] = [];
  for (const line of splitWords(text)) {
    const start = line.findIndex((word) => /(?:^|[\\/])curl(?:\.exe)?$/u.test(word));
    if (start >= 0) commands.push(line.slice(start + 1));
  }
  return commands.map(readCommand).filter((request) => request.url !== '');
}

interface Draft {
  method: string | undefined;
  url: string;
  readonly headers: HeaderPair[];
  readonly data: string[];
  isGet: boolean;
}

type Take = (draft: Draft, value: string) => void;

const addData: Take = (draft, value) => void draft.data.push(value);

const WITH_VALUE: Readonly<Record<string, Take>> = {
  '-X': (draft, value) => (draft.method = value),
  '-H': (draft, value) => draft.headers.push(...readHeader(value)),
  '-d': addData,
  '--data-raw': addData,
  '--data-ascii': addData,
  '--data-binary': addData,
  '--json'(draft, value) {
    draft.data.push(value);
    draft.headers.push(['Content-Type', 'application/json'], ['Accept', 'application/json']);
  },
  '--url': (draft, value) => (draft.url = value),
  '-A': (draft, value) => draft.headers.push(['User-Agent', value]),
  '-e': (draft, value) => draft.headers.push(['Referer', value]),
  '-b': (draft, value) => draft.headers.push(['Cookie', value]),
  '--oauth2-bearer': (draft, value) => draft.headers.push(['Authorization', `Bearer ${value}`]),
};

const LONG_NAMES: Readonly<Record<string, string>> = {
  '--request': '-X',
  '--header': '-H',
  '--data': '-d',
  '--user-agent': '-A',
  '--referer': '-e',
  '--cookie': '-b',
};

/** Options with a value that is nothing of the request. */
const PASSED_OVER =
  /^(?:-[omuxEwTFCc]|--(?:output|max-time|user|proxy|cert|key|cacert|write-out|connect-timeout|retry|resolve|form|upload-file|cookie-jar))$/u;

function readCommand(words: readonly string[]): ImportedRequest {
  const draft: Draft = { method: undefined, url: '', headers: [], data: [], isGet: false };
  for (let at = 0; at < words.length; at += 1) {
    const [option, joined] = splitOption(words[at] ?? '');
    const take = WITH_VALUE[LONG_NAMES[option] ?? option];
    if (take !== undefined) take(draft, joined ?? words[(at += 1)] ?? '');
    else if (PASSED_OVER.test(option)) at += joined === undefined ? 1 : 0;
    else readFlag(draft, option);
  }
  return finish(draft);
}

function finish({ method, url, headers, data, isGet }: Draft): ImportedRequest {
  const body = data.join('&');
  if (isGet && body !== '') {
    const mark = url.includes('?') ? '&' : '?';
    return finish({ method, url: url + mark + body, headers, data: [], isGet: false });
  }
  const sent = method ?? (body === '' ? 'GET' : 'POST');
  return { name: splitUrl(url).path || url, method: sent, url, headers, body };
}

function readFlag(draft: Draft, word: string): void {
  if (word === '-I' || word === '--head') draft.method = 'HEAD';
  else if (word === '-G' || word === '--get') draft.isGet = true;
  else if (!word.startsWith('-') && draft.url === '') {
    draft.url = /^\w+:\/\//u.test(word) ? word : `http://${word}`;
  }
}

/** `-XPOST` and `--request=POST` hold their value. */
function splitOption(word: string): readonly [option: string, value: string | undefined] {
  const long = /^(--[\w-]+)=(.*)$/su.exec(word);
  if (long !== null) return [long[1] ?? '', long[2]];
  const short = /^(-[XHdAeb])(.+)$/su.exec(word);
  return short === null ? [word, undefined] : [short[1] ?? '', short[2]];
}

/** `Name:` takes a header away and `Name;` sends it empty. */
function readHeader(text: string): readonly HeaderPair[] {
  const [, name = '', mark, value = ''] = /^([^:;]+)([:;])\s*(.*)$/su.exec(text) ?? [];
  if (name === '' || (mark === ':' && value === '')) return [];
  return [[name.trim(), mark === ';' ? '' : value.trim()]];
}

/** Words of each command, as a shell would part them; variables stay as they are. */
function splitWords(text: string): readonly string[][] {
  const lines: string[][] = [[]];
  let word: string | undefined;
  const add = (part: string) => (word = (word ?? '') + part);
  const endWord = () => {
    if (word !== undefined) lines.at(-1)?.push(word);
    word = undefined;
  };
  for (const match of text.matchAll(TOKEN)) {
    const [whole, single, ansi, double, escaped] = match;
    if (single !== undefined) add(single);
    else if (ansi !== undefined) add(readAnsi(ansi));
    else if (double !== undefined)
      add(double.replace(/\\([$`"\\]|\n)/gu, (_, one: string) => (one === '\n' ? '' : one)));
    else if (escaped !== undefined) add(/[\r\n]/u.test(escaped) ? '' : escaped);
    else if (/^[\n;]/u.test(whole)) {
      endWord();
      lines.push([]);
    } else if (/^\s/u.test(whole)) endWord();
    else if (!whole.startsWith('#')) add(whole);
  }
  endWord();
  return lines;
}

const TOKEN =
  /'([^']*)'|\$'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"|\\(\r?\n|[\s\S])|\r?\n|;|[ \t]+|(?<=^|\n)#[^\n]*|[^\s'"\\;$]+|\$/gu;

const ANSI: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '0': '\0' };

function readAnsi(text: string): string {
  return text.replace(/\\(?:x[0-9a-f]{1,2}|u[0-9a-f]{1,4}|[\s\S])/giu, (escape) => {
    const one = escape.slice(1);
    if (one.length === 1) return ANSI[one] ?? one;
    return String.fromCharCode(Number.parseInt(one.slice(1), 16));
  });
}
