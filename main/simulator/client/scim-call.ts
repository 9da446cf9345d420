// A request before it has an address and a token.
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { QueryParameter } from './target-url.ts';

export interface ScimCall {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** Below the Tenant URL. */
  readonly path: string;
  readonly parameters: readonly QueryParameter[];
  readonly body: JsonObject | null;
}

export type ScimResourceType = 'User' | 'Group';

export const ENDPOINTS = { User: '/Users', Group: '/Groups' } as const;

export function call(
  method: ScimCall['method'],
  path: string,
  rest: Partial<Pick<ScimCall, 'parameters' | 'body'>> = {},
): ScimCall {
  return { method, path, parameters: [], body: null, ...rest };
}

export function resourcePath(type: ScimResourceType, id: string): string {
  return `${ENDPOINTS[type]}/${encodeURIComponent(id)}`;
}
