// A logged request as Markdown for an issue report: facts, both messages, what changed, what was odd.
import type {
  AttributeChange,
  Effect,
  RecordedBody,
  RecordedHeaders,
  RequestDetails,
} from '../admin/request-log.ts';
import type { Finding } from '../admin/finding.ts';
import type { JsonValue } from '../scim/json.ts';
import { writePeer } from '../write-peer.ts';
import { statusText } from './status-text.ts';

export function writeMarkdown(request: RequestDetails): string {
  const target = request.query === '' ? request.path : `${request.path}?${request.query}`;
  const answer = request.status === 0 ? 'No answer was sent' : statusLine(request.status);
  return [
    `## Request ${request.id}: ${inline(request.sentence)}`,
    facts(request),
    '### Request',
    fence(
      message(`${request.method} ${target} HTTP/1.1`, request.requestHeaders, request.requestBody),
    ),
    '### Response',
    fence(message(answer, request.responseHeaders, request.responseBody)),
    ...effects(request.effects),
    ...findings(request.findingList),
    '',
  ].join('\n\n');
}

function statusLine(status: number): string {
  return `HTTP/1.1 ${status} ${statusText(status)}`.trimEnd();
}

function facts(request: RequestDetails): string {
  const { at, durationMs, source, tenant } = request;
  const peer = writePeer(request);
  return [
    `- Arrived: ${at}`,
    `- Took: ${durationMs.toFixed(1)} ms`,
    `- Source: ${source} (${inline(request.sourceReason)})`,
    `- Tenant: ${tenant === null ? 'none' : inline(tenant)}`,
    `- From: ${peer === '' ? 'unknown' : inline(peer)}`,
  ].join('\n');
}

function message(line: string, headers: RecordedHeaders, body: RecordedBody): string {
  const head = [line, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n');
  if (body.text === '') return head;
  const cut = body.truncated ? `\n… cut at the recording limit, ${body.bytes} bytes in all` : '';
  return `${head}\n\n${pretty(body.text)}${cut}`;
}

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** Longer than any run of backticks inside. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/gu)].map(([run]) => run.length));
  const mark = '`'.repeat(longest + 1);
  return `${mark}http\n${text}\n${mark}`;
}

function effects(list: readonly Effect[]): readonly string[] {
  if (list.length === 0) return [];
  return ['### Effect', ...list.map(describeEffect)];
}

function describeEffect({
  action,
  resourceType,
  resourceId,
  resourceName,
  changes,
}: Effect): string {
  const name = resourceName === null ? resourceId : `${resourceName} (${resourceId})`;
  const title = `${resourceType} ${inline(name)}: ${action}`;
  if (changes.length === 0) return title;
  const rows = changes.map(changeRow);
  return [title, '', '| Attribute | | Before | After |', '| --- | --- | --- | --- |', ...rows].join(
    '\n',
  );
}

function changeRow({ path, kind, before, after }: AttributeChange): string {
  return `| ${inline(path)} | ${kind} | ${inline(show(before))} | ${inline(show(after))} |`;
}

function show(value: JsonValue | undefined): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function findings(list: readonly Finding[]): readonly string[] {
  if (list.length === 0) return [];
  const lines = list.map(
    ({ severity, where, message: said, ruleId }) =>
      `- **${severity}** in the ${where}: ${inline(said)} (\`${ruleId}\`)`,
  );
  return ['### Findings', lines.join('\n')];
}

/** Text in a line of prose: nothing in it may be taken for Markdown or HTML. */
function inline(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\\`*_[\]<>|#]/gu, String.raw`\$&`);
}
