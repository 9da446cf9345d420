// Values as the wire wants them: what the mappings made of a directory object, typed by the attribute list of the target.
import type { JsonValue } from '../../../shared/scim/json.ts';
import type { AttributeType } from '../../../shared/simulator/mapping.ts';
import type { MappedAttribute, TargetValue } from '../mapped-object.ts';
import { parseTargetPath, type TargetPath } from './target-path.ts';

/** An attribute to write: its target as mapped, taken apart, and a value that is never null. */
export interface WireAttribute {
  readonly target: string;
  readonly path: TargetPath;
  readonly value: JsonValue;
  readonly roleForm: MappedAttribute['roleForm'];
}

/** Undefined where nothing flows or where the target is none that can be written. */
export function toWireAttribute(
  { target, value, roleForm }: MappedAttribute,
  types: ReadonlyMap<string, AttributeType>,
): WireAttribute | undefined {
  const path = parseTargetPath(target);
  if (path === undefined || value === null) return undefined;
  return { target, path, value: toWireValue(value, types.get(target) ?? 'String'), roleForm };
}

function toWireValue(value: TargetValue, type: AttributeType): JsonValue {
  if (typeof value !== 'string') return value;
  if (type === 'Boolean' && /^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  if (type === 'Integer' && /^-?\d{1,15}$/.test(value)) return Number(value);
  return value;
}

/** As logs show a value, and as values are compared: truth values as Entra writes them. */
export function showValue(value: JsonValue | undefined): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
