// What a client is called where its request is named: `Entra #12`.
import type { Source } from '../../../shared/admin/request-log.ts';
import { SOURCE_NAMES } from '../requests/request-words.ts';

export function sourceName(source: Source | null): string {
  return source === null || source === 'unknown' ? 'Request' : SOURCE_NAMES[source];
}
