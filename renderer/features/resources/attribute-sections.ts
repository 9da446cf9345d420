// A resource as sections of lines for the Attributes tab: core, name, contact, each extension, the server's own.
// Each line knows the SCIM path under which a filter or PATCH would name it (RFC 7644 §3.5.2).
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { isList, textAt } from './read-resource.ts';
import { extensionTitle, isExtensionName } from './scim-names.ts';

export interface AttributeLine {
  /** Attribute name inside its section: `userName`, `manager.displayName`, `emails`. */
  readonly label: string;
  /** Full path, such as `emails[type eq "work"].value`. */
  readonly path: string;
  readonly value: string | number | boolean | null;
  /** `type` of a multi-valued element. */
  readonly type: string;
  readonly isPrimary: boolean;
  /** Path without value filters, by which schema and history know the attribute. */
  readonly attribute: string;
  /** Place in the list of a multi-valued attribute. */
  readonly element: number | null;
}

export interface AttributeSection {
  readonly title: string;
  /** Of an extension. */
  readonly urn: string | undefined;
  readonly lines: readonly AttributeLine[];
}

const CONTACT = new Set(['emails', 'phoneNumbers', 'ims', 'addresses', 'photos']);
const SERVER = new Set(['id', 'meta', 'schemas']);
/** Shown in tabs of their own. */
const ELSEWHERE = new Set(['groups', 'members']);

/** Sections in reading order; empty ones are left out. */
export function attributeSections(resource: JsonObject): readonly AttributeSection[] {
  const entries = Object.entries(resource).filter(([name]) => !ELSEWHERE.has(name));
  const plain = entries.filter(([name]) => !isExtensionName(name));
  const section = (title: string, belongs: (name: string) => boolean) => ({
    title,
    urn: undefined,
    lines: plain.filter(([name]) => belongs(name)).flatMap(([name, value]) => linesOf(name, value)),
  });

  const sections = [
    section('Core', (name) => name !== 'name' && !CONTACT.has(name) && !SERVER.has(name)),
    section('Name', (name) => name === 'name'),
    section('Contact', (name) => CONTACT.has(name)),
    ...entries
      .filter(([name]) => isExtensionName(name))
      .map(([urn, value]) => extension(urn, value)),
    section('Kept by the server', (name) => SERVER.has(name)),
  ];
  return sections.filter((candidate) => candidate.lines.length > 0);
}

function extension(urn: string, value: JsonValue): AttributeSection {
  const entries = isJsonObject(value) ? Object.entries(value) : [];
  const lines = entries.flatMap(([name, inner]) =>
    linesOf(name, inner).map((entry) => ({
      ...entry,
      path: `${urn}:${entry.path}`,
      attribute: `${urn}:${entry.attribute}`,
    })),
  );
  return { title: extensionTitle(urn), urn, lines };
}

function linesOf(name: string, value: JsonValue): readonly AttributeLine[] {
  if (isList(value)) return value.flatMap((_, index) => elementLines(name, index, value));
  if (!isJsonObject(value)) return [line({ label: name, path: name, value: plainValue(value) })];
  return Object.entries(value).map(([sub, inner]) =>
    line({ label: `${name}.${sub}`, path: `${name}.${sub}`, value: plainValue(inner) }),
  );
}

function elementLines(
  name: string,
  index: number,
  siblings: readonly JsonValue[],
): readonly AttributeLine[] {
  const element = siblings[index] ?? null;
  if (!isJsonObject(element))
    return [line({ label: name, path: name, value: plainValue(element), element: index })];

  const type = textAt(element, ['type']);
  const isPrimary = element['primary'] === true;
  const base = `${name}${selector(element, siblings)}`;
  const subs = Object.entries(element).filter(([sub]) => sub !== 'type' && sub !== 'primary');
  return subs.map(([sub, inner]) =>
    line({
      label: sub === 'value' ? name : `${name}.${sub}`,
      path: `${base}.${sub}`,
      attribute: `${name}.${sub}`,
      element: index,
      value: plainValue(inner),
      type,
      isPrimary,
    }),
  );
}

/** The value filter that picks this element alone, if one does. */
function selector(element: JsonObject, siblings: readonly JsonValue[]): string {
  for (const key of ['type', 'value']) {
    const text = textAt(element, [key]);
    const same = siblings.filter((other) => isJsonObject(other) && textAt(other, [key]) === text);
    if (text !== '' && same.length === 1) return `[${key} eq ${JSON.stringify(text)}]`;
  }
  return element['primary'] === true ? '[primary eq true]' : '';
}

function line(
  parts: Pick<AttributeLine, 'label' | 'path' | 'value'> & Partial<AttributeLine>,
): AttributeLine {
  return { type: '', isPrimary: false, attribute: parts.path, element: null, ...parts };
}

function plainValue(value: JsonValue): AttributeLine['value'] {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}
