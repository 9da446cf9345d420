// What an expression and its parts evaluate to, and how one kind of value becomes another.
import type { ComplexValue } from '../mapped-object.ts';
import { printDate, type DateValue } from './date-value.ts';

/** What one of the role functions gives; `form` decides in which shape the client sends it. */
export interface RoleValue {
  readonly kind: 'roles';
  readonly form: 'single' | 'complex' | 'assertive';
  readonly roles: readonly ComplexValue[];
}

export type ExpressionValue =
  null | string | boolean | number | bigint | DateValue | RoleValue | readonly string[];

export function isList(value: ExpressionValue): value is readonly string[] {
  return Array.isArray(value);
}

export function isDate(value: ExpressionValue): value is DateValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'date';
}

export function isRoles(value: ExpressionValue): value is RoleValue {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'roles';
}

/** Undefined: several values, or roles, that no single text stands for. */
export function toText(value: ExpressionValue): string | null | undefined {
  if (value === null || typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  if (isDate(value)) return printDate(value);
  if (isRoles(value)) return value.form === 'single' ? roleName(value.roles[0]) : undefined;
  const [first, ...others] = value;
  return others.length > 0 ? undefined : (first ?? null);
}

export function roleName(role: ComplexValue | undefined): string | null {
  const name = role?.['value'] ?? role?.['displayName'];
  return typeof name === 'string' ? name : null;
}

const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

/** Undefined: not a number. Whole numbers beyond 2^53 stay exact. */
export function toNumber(value: ExpressionValue): number | bigint | undefined {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value !== 'string') return undefined;
  const text = value.trim();
  if (!NUMBER.test(text) || text.length > 100) return undefined;
  const number = Number(text);
  const isExact = /[.]/.test(text) || Number.isSafeInteger(number);
  return isExact ? number : BigInt(text.replace(/^\+/, ''));
}

export function isNullOrEmpty(value: ExpressionValue): boolean {
  return value === null || value === '' || (isList(value) && value.length === 0);
}
