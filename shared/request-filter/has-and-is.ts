// What `has:` and `is:` may be followed by, and which requests that means.
import type { RequestSummary } from '../admin/request-log.ts';

export const HAS_CHOICES = [
  { value: 'finding', meaning: 'A finding of any severity' },
  { value: 'error', meaning: 'A finding of severity error' },
  { value: 'warning', meaning: 'A finding of severity warning' },
  { value: 'notice', meaning: 'A finding of severity notice' },
  { value: 'note', meaning: 'A note' },
  { value: 'colour', meaning: 'A colour' },
  { value: 'resource', meaning: 'A resource that it is about' },
  { value: 'token', meaning: 'A token, OAuth client or issuer that is known' },
  { value: 'connection', meaning: 'A connection that it came on' },
] as const;

export function hasWhat(request: RequestSummary, choice: string): boolean {
  const { findings, note, colour, resourceType, resourceId, tokenName, connection } = request;
  const { error, warning, notice } = findings;
  switch (choice) {
    case 'finding':
      return error + warning + notice > 0;
    case 'error':
      return error > 0;
    case 'warning':
      return warning > 0;
    case 'notice':
      return notice > 0;
    case 'note':
      return note !== null;
    case 'resource':
      return resourceType !== null && resourceId !== null;
    case 'token':
      return tokenName !== null;
    case 'connection':
      return connection !== null;
    default:
      return colour !== null;
  }
}

export const IS_CHOICES = [
  { value: 'pinned', meaning: 'Pinned' },
  { value: 'first', meaning: 'The first on its resource' },
  { value: 'retry', meaning: 'Sent again after it had failed' },
  { value: 'imported', meaning: 'Read from a file, not executed here' },
  { value: 'failed', meaning: 'Answered with 400 or more, or not at all' },
] as const;

export function isWhat(request: RequestSummary, choice: string): boolean {
  const { isPinned, isFirst, isImported, retryOf, status } = request;
  switch (choice) {
    case 'pinned':
      return isPinned;
    case 'first':
      return isFirst;
    case 'retry':
      return retryOf !== null;
    case 'imported':
      return isImported;
    default:
      return status === 0 || status >= 400;
  }
}
