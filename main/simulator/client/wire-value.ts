// Attributes as they are written: what the mappings made of a directory object, its target taken apart.
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { MappedAttribute } from '../mapped-object.ts';
import { parseTargetPath, type TargetPath } from './target-path.ts';

/** An attribute to write: its target as mapped, taken apart, and a value that is never null. */
export interface WireAttribute {
  readonly target: string;
  readonly path: TargetPath;
  readonly value: JsonValue;
  readonly roleForm: MappedAttribute['roleForm'];
}

/** Undefined where nothing flows or where the target is none that can be written. */
export function toWireAttribute({
  target,
  value,
  roleForm,
}: Pick<MappedAttribute, 'target' | 'value' | 'roleForm'>): WireAttribute | undefined {
  const path = parseTargetPath(target);
  if (path === undefined || value === null) return undefined;
  return { target, path, value, roleForm };
}

/** As logs show a value, and as values are compared: truth values as Entra writes them. */
export function showValue(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
