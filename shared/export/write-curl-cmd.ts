// A request as a curl command for cmd.exe, which reads a line twice: cmd itself takes away carets and fills in variables,
// then curl.exe splits what is left into arguments by the rules of its C runtime. With every quote behind a caret, cmd
// never thinks itself inside quotes, so each of its special characters has one caret, wherever it stands.
import { curlArguments } from './write-curl.ts';
import type { OutgoingRequest } from './outgoing-request.ts';

/** At the prompt a `%` is kept apart by a caret; in a batch file it is doubled. */
export type CmdPlace = 'prompt' | 'batch';

export function writeCurlCmd(request: OutgoingRequest, place: CmdPlace): string {
  return curlArguments(request, {
    quote: (text) => quoteForCmd(text, place),
    quoteVariable: (prefix) => `^"${escapeForCmd(prefix, place)}%TOKEN%^"`,
    newLine: ' ^\n  ',
  });
}

export function quoteForCmd(text: string, place: CmdPlace): string {
  return `^"${escapeForCmd(escapeForRuntime(text), place)}^"`;
}

/** A quote has a backslash; backslashes count only before a quote, and are doubled there. */
function escapeForRuntime(text: string): string {
  return text.replace(/(\\*)"/gu, String.raw`$1$1\"`).replace(/(\\+)$/u, '$1$1');
}

function escapeForCmd(text: string, place: CmdPlace): string {
  return text
    .replace(/[()!^"<>&|]/gu, '^$&')
    .replaceAll('%', place === 'batch' ? '%%' : '^%')
    .replace(/\r\n|\r|\n/gu, '^\n\n'); // a caret before a line end takes the next one literally
}
