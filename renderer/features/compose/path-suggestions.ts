// What can follow in a path: endpoints, then resources, then query parameters and the attributes that they take.

export interface PathFacts {
  /** Endpoints of the tenant's resource types, such as `/Users`. */
  readonly endpoints: readonly string[];
  /** Attribute paths of the resource type at an endpoint. */
  readonly attributesOf: (endpoint: string) => readonly string[];
  /** Resources at the endpoint that is typed. */
  readonly resources: readonly { readonly id: string; readonly name: string }[];
}

export interface PathSuggestion {
  /** The whole path, once it is taken. */
  readonly path: string;
  /** What is added, in words. */
  readonly note: string;
}

const DISCOVERY = ['/Schemas', '/ResourceTypes', '/ServiceProviderConfig', '/Bulk', '/Me'];
const PARAMETERS = [
  ['filter=', 'filter'],
  ['attributes=', 'only these attributes'],
  ['excludedAttributes=', 'without these attributes'],
  ['count=', 'resources on a page'],
  ['startIndex=', 'first resource'],
  ['sortBy=', 'sort by an attribute'],
] as const;
const OPERATORS = ['eq', 'ne', 'co', 'sw', 'ew', 'gt', 'ge', 'lt', 'le', 'pr'];
const MOST = 30;

/** The resource type endpoint that a path begins with. */
export function endpointOf(path: string, endpoints: readonly string[]): string | undefined {
  return endpoints.find((endpoint) => new RegExp(`^${endpoint}(?=[/?]|$)`, 'i').test(path));
}

export function suggestPaths(typed: string, facts: PathFacts): readonly PathSuggestion[] {
  const endpoint = endpointOf(typed, facts.endpoints);
  const question = typed.indexOf('?');
  if (question >= 0) return suggestQuery(typed, endpoint ?? '', facts).slice(0, MOST);
  if (endpoint !== undefined && typed.startsWith(`${endpoint}/`)) {
    return suggestResources(typed, endpoint, facts).slice(0, MOST);
  }
  const all = [...facts.endpoints, ...DISCOVERY].map((path) => ({ path, note: 'endpoint' }));
  return all.filter(({ path }) => startsLike(path, typed) && path !== typed);
}

function suggestResources(
  typed: string,
  endpoint: string,
  { resources }: PathFacts,
): readonly PathSuggestion[] {
  const part = typed.slice(endpoint.length + 1).toLowerCase();
  return resources
    .filter(
      ({ id, name }) => id.toLowerCase().startsWith(part) || name.toLowerCase().includes(part),
    )
    .map(({ id, name }) => ({ path: `${endpoint}/${id}`, note: name }))
    .filter(({ path }) => path !== typed);
}

function suggestQuery(
  typed: string,
  endpoint: string,
  facts: PathFacts,
): readonly PathSuggestion[] {
  const start = Math.max(typed.lastIndexOf('?'), typed.lastIndexOf('&')) + 1;
  const parameter = typed.slice(start);
  const equals = parameter.indexOf('=');
  if (equals < 0) {
    return PARAMETERS.filter(([name]) => startsLike(name, parameter)).map(([name, note]) => ({
      path: typed.slice(0, start) + name,
      note,
    }));
  }
  const name = parameter.slice(0, equals);
  const attributes = facts.attributesOf(endpoint);
  if (name === 'filter') return suggestFilter(typed, attributes);
  if (!/^(?:attributes|excludedAttributes|sortBy)$/.test(name)) return [];
  return completeLast({ typed, last: /[^=,]*$/ }, attributes, 'attribute');
}

/** What is being typed of a filter. */
const WORD = /[^\s+(=]*$/;

/** An attribute, or behind one an operator. */
function suggestFilter(typed: string, attributes: readonly string[]): readonly PathSuggestion[] {
  const filter = typed.slice(typed.lastIndexOf('filter=') + 'filter='.length);
  const isInValue = (filter.match(/"/g)?.length ?? 0) % 2 === 1;
  if (isInValue) return [];
  const words = filter.split(/[\s+(]+/);
  const before = words.at(-2) ?? '';
  const isAfterAttribute = attributes.includes(before);
  if (isAfterAttribute) return completeLast({ typed, last: WORD }, OPERATORS, 'operator');
  return completeLast({ typed, last: WORD }, attributes, 'attribute');
}

function completeLast(
  { typed, last }: { readonly typed: string; readonly last: RegExp },
  words: readonly string[],
  note: string,
): readonly PathSuggestion[] {
  const part = last.exec(typed)?.[0] ?? '';
  const head = typed.slice(0, typed.length - part.length);
  return words
    .filter((word) => startsLike(word, part) && word !== part)
    .map((word) => ({ path: head + word, note }));
}

function startsLike(text: string, start: string): boolean {
  return text.toLowerCase().startsWith(start.toLowerCase());
}
