// PATCH messages of the screens: one operation per attribute that really differs (RFC 7644 §3.5.2).
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { PATCH_OP } from './scim-names.ts';

export interface PatchOperation {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: string;
  readonly value?: JsonValue;
}

export function patchMessage(operations: readonly PatchOperation[]): JsonObject {
  return { schemas: [PATCH_OP], Operations: operations.map((operation) => ({ ...operation })) };
}

/** Sets a text attribute, or removes it when the text is empty. */
export function setText(path: string, text: string): PatchOperation {
  return text === '' ? { op: 'remove', path } : { op: 'replace', path, value: text };
}

export function setActive(isActive: boolean): JsonObject {
  return patchMessage([{ op: 'replace', path: 'active', value: isActive }]);
}
