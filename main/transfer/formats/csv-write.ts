// Resources as CSV. Which columns there are follows from the resources, which are therefore walked twice: nothing is
// left out, and no column is empty. An empty text and an attribute that is absent look the same.
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../shared/scim/json.ts';
import { resolveAttribute } from '../../scim/schema/resolve-attribute.ts';
import type { ResourceModel } from '../../scim/schema/schema-types.ts';
import { guardFormula } from './formula-guard.ts';

/** Follows from other resources, or is nothing that an import could write. */
const DERIVED = new Set(['schemas', 'meta', 'groups']);
const DERIVED_PARTS = new Set(['$ref', 'displayName', 'display']);

type Cells = ReadonlyMap<string, string>;

/** Lines with their ends, the titles first. `walk` is called twice. */
export function* writeCsv(
  model: ResourceModel,
  walk: () => Iterable<JsonObject>,
): Generator<string> {
  const titles = new Set<string>();
  for (const resource of walk())
    for (const title of cellsOf(model, resource).keys()) titles.add(title);
  const columns = [...titles];
  if (columns.length === 0) return;
  yield writeRecord(columns);
  for (const resource of walk()) {
    const cells = cellsOf(model, resource);
    yield writeRecord(columns.map((title) => cells.get(title) ?? ''));
  }
}

/** RFC 4180 §2: quoted where it has to be, quotes doubled, CRLF at the end. */
function writeRecord(cells: readonly string[]): string {
  const quoted = cells.map((cell) =>
    /[",\r\n;]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${quoted.join(',')}\r\n`;
}

function cellsOf(model: ResourceModel, resource: JsonObject): Cells {
  const cells = new Map<string, string>();
  for (const [name, value] of Object.entries(resource)) {
    if (DERIVED.has(name)) continue;
    const isExtension = model.extensions.some(({ id }) => id === name);
    if (!isExtension) addAttribute(cells, name, value);
    else if (isJsonObject(value)) addExtension(cells, { model, urn: name }, value);
  }
  return cells;
}

interface Extension {
  readonly model: ResourceModel;
  readonly urn: string;
}

/** By its short name where that leads to the extension too. */
function addExtension(
  cells: Map<string, string>,
  { model, urn }: Extension,
  held: JsonObject,
): void {
  for (const [name, value] of Object.entries(held)) {
    const isShort = resolveAttribute(model, name)?.extension === urn;
    addAttribute(cells, isShort ? name : `${urn}:${name}`, value);
  }
}

function addAttribute(cells: Map<string, string>, path: string, value: JsonValue): void {
  if (isJsonArray(value)) return addList(cells, path, value);
  if (!isJsonObject(value)) return void cells.set(path, writeScalar(value));
  const parts = Object.entries(value);
  const isReference = 'value' in value;
  for (const [name, part] of parts) {
    if (isReference && DERIVED_PARTS.has(name)) continue;
    cells.set(`${path}.${name}`, writeScalar(part));
  }
}

function addList(cells: Map<string, string>, path: string, list: readonly JsonValue[]): void {
  if (path === 'members') return addMembers(cells, list);
  const elements = list.filter(isJsonObject);
  const types = new Set(
    elements.map(({ type }) => type).filter((type) => typeof type === 'string'),
  );
  const isTyped = elements.length === list.length && types.size === list.length;
  const isPlain = elements.every((element) =>
    Object.values(element).every((part) => typeof part !== 'object' && part !== ''),
  );
  const isTold = elements.every((element) => Object.keys(element).length > 1);
  if (!isTyped || !isPlain || !isTold) return void cells.set(path, JSON.stringify(list));
  for (const { type, ...parts } of elements) {
    for (const [name, part] of Object.entries(parts)) {
      cells.set(`${path}[type eq ${JSON.stringify(type)}].${name}`, writeScalar(part));
    }
  }
}

/** Ids with ";" between them; display and type are those of the members themselves. */
function addMembers(cells: Map<string, string>, list: readonly JsonValue[]): void {
  const values = list
    .filter(isJsonObject)
    .map(({ value }) => value ?? '')
    .filter((value) => typeof value === 'string');
  if (values.length === 0) return;
  const isPlain = values.every((value) => !/^[[\s]|;|\s$/.test(value));
  cells.set(
    'members',
    isPlain ? values.join(';') : JSON.stringify(values.map((value) => ({ value }))),
  );
}

function writeScalar(value: JsonValue): string {
  if (typeof value === 'string') return guardFormula(value);
  return isJsonObject(value) || isJsonArray(value) ? JSON.stringify(value) : String(value);
}
