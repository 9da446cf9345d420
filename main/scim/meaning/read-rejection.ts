// Requests that were turned away before anybody asked what they wanted: token, path, method, media type, body.
// They are what a first attempt at a connection looks like, so each has its own operation and plain words.
import type { Operation } from '../../../shared/admin/request-log.ts';
import type { ExchangeFacts } from './exchange.ts';
import { TOKEN_PROBLEMS } from '../token-problem.ts';
import type { Target } from './read-target.ts';

export interface Rejection {
  readonly operation: Operation;
  readonly sentence: string;
}

/** undefined when the request was looked at for what it says. */
export function readRejection(
  facts: ExchangeFacts,
  target: Target | undefined,
): Rejection | undefined {
  switch (facts.status) {
    case 400:
      return readBodyRejection(facts);
    case 401:
      return { operation: 'rejected-token', sentence: tellTokenRejection(facts) };
    case 404:
      return readPathRejection(target);
    case 405:
      return {
        operation: 'rejected-method',
        sentence: `Rejected: ${facts.method} is not allowed here`,
      };
    case 413:
      return readSizeRejection(facts, target);
    case 415:
      return {
        operation: 'rejected-media-type',
        sentence: 'Rejected: body is not declared as JSON',
      };
    default:
      return undefined;
  }
}

function tellTokenRejection({ tokenProblem }: ExchangeFacts): string {
  return `Rejected: ${TOKEN_PROBLEMS[tokenProblem ?? 'unknown'].told}`;
}

/** A write whose body could not be read as JSON says nothing about its intent beyond its path. */
function readBodyRejection({ method, requestBody, requestBytes }: ExchangeFacts) {
  const isWrite = method === 'POST' || method === 'PUT' || method === 'PATCH';
  if (!isWrite || requestBody !== undefined) return undefined;
  const problem = requestBytes === 0 ? 'body is missing' : 'body is not valid JSON';
  return { operation: 'rejected-body', sentence: `Rejected: ${problem}` } as const;
}

/** A Bulk message that could be read was refused for what it holds: it is told as a Bulk message. */
function readSizeRejection(
  { requestBody }: ExchangeFacts,
  target: Target | undefined,
): Rejection | undefined {
  if (target?.kind === 'bulk' && requestBody !== undefined) return undefined;
  return { operation: 'rejected-body', sentence: 'Rejected: body is too large' };
}

/** 404 on a resource is an answer about that resource; anywhere else the path itself is wrong. */
function readPathRejection(target: Target | undefined): Rejection | undefined {
  if (target?.kind === 'resource' || target?.kind === 'outcome') return undefined;
  if (target?.kind === 'discovery' && target.id !== null) return undefined;
  return { operation: 'rejected-path', sentence: 'Rejected: no such path' };
}
