// Rules about the resources in an answer. @see RFC 7643 §3.1, RFC 7644 §3.9
import { isJsonObject, type JsonValue } from '../../../../shared/scim/json.ts';
import { resolveAttribute, resolveExtension } from '../../schema/resolve-attribute.ts';
import type { AnsweredResource, ExchangeView } from '../exchange-view.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS, type Hit } from '../hit.ts';
import { readProjection } from '../read-search.ts';
import { showList, showValue } from '../show-value.ts';
import { read, readSchemas, undeclared } from './message-rules.ts';
import { inAnswer } from './observed-rules.ts';

const identityRules: readonly Rule[] = [
  {
    id: 'answer-without-id',
    severity: 'error',
    title: 'A resource without id',
    why: 'Nothing can be done to a resource whose id is not known.',
    source: 'RFC 7643 §3.1',
    entra: 'Wants an id in every resource; without it the user is not linked.',
    find: eachResource(({ body, path }) => {
      const id = read(body, 'id');
      return hitIf(typeof id !== 'string' || id === '', `id is ${showValue(id)}`, at(path, 'id'));
    }),
  },
  {
    id: 'answer-without-schemas',
    severity: 'error',
    title: 'A resource that does not name its schemas',
    why: 'schemas is always returned.',
    source: 'RFC 7643 §3',
    find: eachResource(({ body, path }) =>
      hitIf(readSchemas(body).length === 0, 'schemas is missing', at(path, 'schemas')),
    ),
  },
  {
    id: 'answer-without-meta',
    severity: 'warning',
    title: 'A resource without meta',
    why: 'meta tells the resource type and the location; SCIM clients follow them.',
    source: 'RFC 7643 §3.1',
    find: eachResource(({ body, path }, view) => {
      if (isProjected(view, 'meta')) return NO_HITS;
      const meta = read(body, 'meta');
      const missing = ['resourceType', 'location'].filter(
        (name) => !isJsonObject(meta) || meta[name] === undefined,
      );
      return hitIf(missing.length > 0, `meta lacks ${missing.join(' and ')}`, at(path, 'meta'));
    }),
  },
  {
    id: 'id-differs',
    severity: 'error',
    title: 'Another resource than the one asked for',
    why: 'The id in the answer is not that of the path.',
    source: 'RFC 7644 §3.4.1',
    find: eachResource(({ body }, { place }) => {
      const id = read(body, 'id');
      if (place.kind !== 'resource' || place.id === undefined || typeof id !== 'string')
        return NO_HITS;
      const isOther = id.toLowerCase() !== decode(place.id).toLowerCase();
      return hitIf(isOther, `id is ${showValue(id)}, the path has ${place.id}`, 'id');
    }),
  },
  {
    id: 'id-changes-case',
    severity: 'warning',
    title: 'The id comes back in another case',
    why: 'ids are compared exactly: the SCIM client takes it for another resource.',
    source: 'RFC 7643 §3.1',
    find: eachResource(({ body }, { place }) => {
      const id = read(body, 'id');
      if (place.kind !== 'resource' || place.id === undefined || typeof id !== 'string')
        return NO_HITS;
      const asked = decode(place.id);
      const isRecased = id !== asked && id.toLowerCase() === asked.toLowerCase();
      return hitIf(isRecased, `id is ${showValue(id)}, the path has ${asked}`, 'id');
    }),
  },
  {
    id: 'wrong-resource-type',
    severity: 'error',
    title: 'meta names another resource type',
    why: 'The endpoint serves one type, and meta says another.',
    source: 'RFC 7643 §3.1',
    find: eachResource(({ body, path, model }) => {
      const meta = read(body, 'meta');
      const type = isJsonObject(meta) ? meta['resourceType'] : undefined;
      const isOther = type !== undefined && type !== model.type.name;
      return hitIf(
        isOther,
        `meta.resourceType is ${showValue(type)}`,
        at(path, 'meta.resourceType'),
      );
    }),
  },
];

const headerRules: readonly Rule[] = [
  {
    id: 'location-of-another',
    severity: 'warning',
    title: 'meta.location does not lead to the resource',
    why: 'It ends with another id; who follows it finds something else.',
    source: 'RFC 7643 §3.1',
    find: eachResource(({ body, path }) => {
      const location = readMeta(body, 'location');
      const id = read(body, 'id');
      if (location === undefined || typeof id !== 'string') return NO_HITS;
      const isOther =
        !location.endsWith(`/${id}`) && !location.endsWith(`/${encodeURIComponent(id)}`);
      return hitIf(isOther, `meta.location is ${showValue(location)}`, at(path, 'meta.location'));
    }),
  },
  {
    id: 'location-differs',
    severity: 'error',
    title: 'Location and meta.location differ',
    why: 'Both say where the resource is, and have to say the same.',
    source: 'RFC 7643 §3.1, RFC 7644 §3.3',
    find: eachResource(({ body, path }, view) => {
      const header = view.answerHeader('location');
      const location = readMeta(body, 'location');
      const isOther =
        path === '' && header !== undefined && location !== undefined && header !== location;
      return hitIf(isOther, `Location is ${header}, meta.location ${location}`, 'meta.location');
    }),
  },
  {
    id: 'version-differs',
    severity: 'warning',
    title: 'ETag and meta.version differ',
    why: 'Both are the version of the resource; an If-Match with the one fails against the other.',
    source: 'RFC 7644 §3.14',
    find: eachResource(({ body, path }, view) => {
      const tag = view.answerHeader('etag');
      const version = readMeta(body, 'version');
      const isOther = path === '' && tag !== undefined && version !== undefined && tag !== version;
      return hitIf(isOther, `ETag is ${tag}, meta.version ${version}`, 'meta.version');
    }),
  },
];

const contentRules: readonly Rule[] = [
  {
    id: 'password-returned',
    severity: 'error',
    title: 'The answer holds a password',
    why: 'A password is never returned, not even as a hash.',
    source: 'RFC 7643 §4.1.1, RFC 7644 §7.5',
    find: eachResource(({ body, path, model }) =>
      model.core.attributes
        .filter(({ returned, name }) => returned === 'never' && read(body, name) !== undefined)
        .map(({ name }) => ({ message: `${name} is returned`, path: at(path, name) })),
    ),
  },
  {
    id: 'excluded-returned',
    severity: 'warning',
    title: 'An attribute is returned although it was excluded',
    why: 'excludedAttributes keeps answers small; a group with all its members may not fit.',
    source: 'RFC 7644 §3.9',
    entra: 'Reads every group with excludedAttributes=members; large answers time out.',
    find: eachResource(({ body, path, model }, { exchange }) => {
      const excluded = readProjection(exchange, 'excludedAttributes').filter((name) => {
        const found = resolveAttribute(model, name);
        const isWhole = found !== undefined && found.subAttribute === undefined;
        const holder = found?.extension === undefined ? body : read(body, found.extension);
        const isHere =
          isJsonObject(holder) && read(holder, found?.attribute.name ?? '') !== undefined;
        return isWhole && found.attribute.returned !== 'always' && isHere;
      });
      return hitIf(excluded.length > 0, `${showList(excluded)} is returned`, path);
    }),
  },
  {
    id: 'unrequested-returned',
    severity: 'warning',
    title: 'Attributes are returned that were not asked for',
    why: 'attributes= lists what is wanted; only id and schemas come besides.',
    source: 'RFC 7644 §3.9',
    find: eachResource((resource, { exchange }) => {
      const wanted = readProjection(exchange, 'attributes');
      if (wanted.length === 0) return NO_HITS;
      const extra = findUnrequested(resource, wanted);
      return hitIf(extra.length > 0, `${showList(extra)} was not asked for`, resource.path);
    }),
  },
  {
    id: 'answer-extension-not-in-schemas',
    severity: 'warning',
    title: 'An extension is returned that schemas does not name',
    why: 'SCIM clients read only the schemas that are declared.',
    source: 'RFC 7643 §3',
    find: eachResource(({ body, path }) => {
      const missing = undeclared(body, readSchemas(body));
      return hitIf(missing.length > 0, `schemas lacks ${showList(missing)}`, at(path, 'schemas'));
    }),
  },
];

const valueRules: readonly Rule[] = [
  {
    id: 'answer-null',
    severity: 'warning',
    title: 'A null in the answer',
    why: 'What has no value is left out.',
    source: 'RFC 7643 §2.5; Microsoft: Develop a SCIM endpoint',
    entra: 'Documents that answers must hold no null.',
    find: inAnswer('null'),
  },
  {
    id: 'answer-string-boolean',
    severity: 'error',
    title: 'A boolean as text in the answer',
    why: 'JSON has true and false; SCIM clients fail on text, or take "False" for true.',
    source: 'RFC 7643 §2.3.2',
    entra: 'Fails to read the answer.',
    find: inAnswer('string-boolean'),
  },
  {
    id: 'answer-wrong-type',
    severity: 'error',
    title: 'A value of the wrong type in the answer',
    why: 'SCIM clients fail to read it.',
    source: 'RFC 7643 §2.3',
    entra: 'Fails with SystemForCrossDomainIdentityManagementServiceIncompatible.',
    find: inAnswer('wrong-type', 'single-for-list', 'wrapped-value'),
  },
  {
    id: 'answer-manager-form',
    severity: 'error',
    title: 'A manager that is no object in the answer',
    why: 'manager is complex: {"value": "<id>"}.',
    source: 'RFC 7643 §4.3',
    entra: 'Fails to read the user when manager is text.',
    find: inAnswer('manager-form'),
  },
  {
    id: 'answer-several-primaries',
    severity: 'warning',
    title: 'More than one primary value in the answer',
    why: 'At most one value may be primary.',
    source: 'RFC 7643 §2.4',
    find: inAnswer('several-primaries'),
  },
  {
    id: 'answer-unknown-attribute',
    severity: 'notice',
    title: 'The answer has an attribute that no schema has',
    why: 'SCIM clients that read the schemas do not expect it.',
    source: 'RFC 7643 §3, §7',
    find: inAnswer('unknown-attribute', 'extension-without-urn', 'misspelt-urn'),
  },
];

export const resourceAnswerRules: RuleGroup = {
  where: 'response',
  applies: ({ resources }) => resources().length > 0,
  rules: [...identityRules, ...headerRules, ...contentRules, ...valueRules],
};

function eachResource(judge: (resource: AnsweredResource, view: ExchangeView) => readonly Hit[]) {
  return (view: ExchangeView): readonly Hit[] =>
    view.resources().flatMap((resource) => judge(resource, view));
}

function at(path: string, name: string): string {
  return path === '' ? name : `${path}.${name}`;
}

function readMeta(body: AnsweredResource['body'], name: string): string | undefined {
  const meta: JsonValue | undefined = read(body, 'meta');
  const value = isJsonObject(meta) ? meta[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

/** Whether the request leaves the attribute out of the answer. */
function isProjected({ exchange }: ExchangeView, name: string): boolean {
  const wanted = readProjection(exchange, 'attributes');
  const excluded = readProjection(exchange, 'excludedAttributes');
  return wanted.length > 0 || excluded.some((one) => one.toLowerCase().startsWith(name));
}

/** Top-level names beyond those wanted and those that are always returned. */
function findUnrequested(
  { body, model }: AnsweredResource,
  wanted: readonly string[],
): readonly string[] {
  const allowed = new Set(['schemas', 'id', 'meta']);
  for (const name of wanted) {
    const path = name.replace(/\[[^\]]*\]?/, '');
    const extension = resolveExtension(model, path)?.id;
    const found = resolveAttribute(model, path);
    allowed.add((extension ?? found?.extension ?? found?.attribute.name ?? path).toLowerCase());
  }
  for (const { name, returned } of model.core.attributes) {
    if (returned === 'always') allowed.add(name.toLowerCase());
  }
  return Object.keys(body).filter((name) => !allowed.has(name.toLowerCase()));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // sent as it is
  }
}
