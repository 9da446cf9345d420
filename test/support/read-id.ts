// The id of the resource in an answer.
import { isJsonObject } from '../../shared/scim/json.ts';
import type { ScimAnswer } from './start-tenant.ts';

/** Throws when the answer holds no resource. */
export function readId({ body, text }: ScimAnswer): string {
  const id = isJsonObject(body) ? body['id'] : undefined;
  if (typeof id !== 'string') throw new Error(`The answer has no id: ${text}`);
  return id;
}
