// Rules about the envelope of a body: its schemas, what it says about itself, names given twice in the JSON text.
// @see RFC 7643 §3, RFC 7644 §3.3 and §3.5.1
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../../../shared/scim/json.ts';
import { repairUrn } from '../../resource/extension-urn.ts';
import { resolveExtension } from '../../schema/resolve-attribute.ts';
import type { ResourceModel } from '../../schema/schema-types.ts';
import type { ExchangeView } from '../exchange-view.ts';
import { findRepeatedKeys } from '../find-repeated-keys.ts';
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { hitIf, NO_HITS } from '../hit.ts';
import { showList, showValue } from '../show-value.ts';

const MESSAGE = 'urn:ietf:params:scim:api:messages:2.0:';
// Entra: names its own schema besides the core one in every new group.
const ENTRA_GROUP_SCHEMA =
  /^http:\/\/schemas\.microsoft\.com\/2006\/11\/ResourceManagement\/ADSCIM\//i;

const schemasRules: readonly Rule[] = [
  {
    id: 'missing-schemas',
    severity: 'error',
    title: 'The body does not name its schemas',
    why: 'Every SCIM body has schemas; strict service providers answer 400 invalidSyntax.',
    source: 'RFC 7643 §3, RFC 7644 §3.1',
    find: (view) =>
      hitIf(
        wantsSchemas(view) && read(view.sent, 'schemas') === undefined,
        'The body has no schemas',
        'schemas',
      ),
  },
  {
    id: 'odd-schemas',
    severity: 'error',
    title: 'schemas is no list of URNs',
    why: 'It has to be an array of text with at least one URN.',
    source: 'RFC 7643 §3',
    find({ sent }) {
      const schemas = read(sent, 'schemas');
      const isList = isJsonArray(schemas) && schemas.length > 0 && schemas.every(isText);
      return hitIf(schemas !== undefined && !isList, `schemas is ${showValue(schemas)}`, 'schemas');
    },
  },
  {
    id: 'core-schema-missing',
    severity: 'error',
    title: 'schemas lacks the schema of the resource type',
    why: 'The service provider cannot tell what the resource is.',
    source: 'RFC 7643 §3',
    find(view) {
      const resource = view.sentResource();
      const schemas = readSchemas(view.sent);
      if (resource === undefined || schemas.length === 0) return NO_HITS;
      const core = resource.model.core.id;
      return hitIf(!has(schemas, core), `schemas lacks ${core}`, 'schemas');
    },
  },
  {
    id: 'unknown-schema-urn',
    severity: 'warning',
    title: 'schemas names a schema that is not known here',
    why: 'A strict service provider refuses it. Add the schema to the tenant, or take the URN out.',
    source: 'RFC 7643 §3',
    find(view) {
      const resource = view.sentResource();
      if (resource === undefined) return NO_HITS;
      const unknown = readSchemas(view.sent).filter(
        (urn) => !isKnownSchema(resource.model, urn) && !ENTRA_GROUP_SCHEMA.test(urn),
      );
      return unknown.map((urn) => ({
        message: tellUnknownUrn(resource.model, urn),
        path: 'schemas',
      }));
    },
  },
  {
    id: 'entra-group-schema',
    severity: 'notice',
    title: "A schema of Microsoft's own in a group",
    why: 'It describes nothing and can be passed over.',
    source: 'Microsoft: Develop a SCIM endpoint',
    entra: 'Names it in every group that it creates.',
    find: ({ sent }) =>
      hitIf(
        readSchemas(sent).some((urn) => ENTRA_GROUP_SCHEMA.test(urn)),
        'schemas names the ADSCIM group schema',
        'schemas',
      ),
  },
  {
    id: 'extension-not-in-schemas',
    severity: 'warning',
    title: 'An extension with values that schemas does not name',
    why: 'Service providers may ignore the values of a schema that is not declared.',
    source: 'RFC 7643 §3',
    entra: 'Leaves the URNs of custom attributes out of schemas.',
    find(view) {
      const resource = view.sentResource();
      const schemas = readSchemas(view.sent);
      if (resource === undefined || schemas.length === 0) return NO_HITS;
      const missing = undeclared(resource.body, schemas);
      return missing.map((urn) => ({ message: `schemas lacks ${urn}`, path: 'schemas' }));
    },
  },
  {
    id: 'message-schema',
    severity: 'error',
    title: 'The message names another schema than its own',
    why: 'PATCH, Bulk and search messages each have a URN; strict service providers answer 400 invalidSyntax.',
    source: 'RFC 7644 §3.5.2, §3.7, §3.4.3',
    find(view) {
      const wanted = messageUrn(view);
      const schemas = readSchemas(view.sent);
      if (wanted === undefined || schemas.length === 0) return NO_HITS;
      return hitIf(!has(schemas, wanted), `schemas names ${showList(schemas)}`, 'schemas');
    },
  },
];

const identityRules: readonly Rule[] = [
  {
    id: 'create-with-id',
    severity: 'warning',
    title: 'A new resource brings its id along',
    why: 'The service provider gives the id and ignores this one. An id of the client belongs into externalId.',
    source: 'RFC 7643 §3.1, RFC 7644 §3.3',
    find(view) {
      if (view.method !== 'POST') return NO_HITS;
      const id = read(view.sentResource()?.body, 'id');
      return hitIf(
        id !== undefined && id !== null,
        `The new resource has id ${showValue(id)}`,
        'id',
      );
    },
  },
  {
    id: 'create-with-meta',
    severity: 'notice',
    title: 'A new resource brings server data along',
    why: 'created, lastModified, location and version are set by the service provider and ignored here.',
    source: 'RFC 7643 §3.1, RFC 7644 §3.3',
    entra: 'Sends meta with resourceType only, which is harmless.',
    find(view) {
      const meta = read(view.sentResource()?.body, 'meta');
      if (view.method !== 'POST' || !isJsonObject(meta)) return NO_HITS;
      const own = Object.keys(meta).filter((name) => name.toLowerCase() !== 'resourcetype');
      return hitIf(own.length > 0, `meta has ${showList(own)}`, 'meta');
    },
  },
  {
    id: 'foreign-id',
    severity: 'error',
    title: 'The id in the body is not that of the path',
    why: 'One of the two resources is not the one that was meant; some service providers answer 400 mutability.',
    source: 'RFC 7644 §3.5.1',
    find({ place, method, sent }) {
      const id = read(sent, 'id');
      if (method !== 'PUT' || place.kind !== 'resource' || place.id === undefined) return NO_HITS;
      const isForeign = typeof id === 'string' && id !== place.id;
      return hitIf(isForeign, `The body has id ${showValue(id)}, the path ${place.id}`, 'id');
    },
  },
  {
    id: 'missing-required',
    severity: 'error',
    title: 'A required attribute is missing',
    why: 'The request answers 400 invalidValue.',
    source: 'RFC 7643 §2.2, RFC 7644 §3.3, §3.5.1',
    entra: 'Sends what the mapping yields: a user without the source attribute lacks the target.',
    find(view) {
      const resource = view.sentResource();
      if (resource === undefined) return NO_HITS;
      const { body, model } = resource;
      return model.core.attributes
        .filter(
          ({ required, mutability, role }) =>
            required && mutability !== 'readOnly' && role !== 'id',
        )
        .filter(({ name }) => name !== 'schemas' && isMissing(read(body, name)))
        .map(({ name }) => ({ message: `${name} is missing`, path: name }));
    },
  },
];

const textRules: readonly Rule[] = [
  {
    id: 'duplicate-json-key',
    severity: 'error',
    title: 'The same name twice in one JSON object',
    why: 'Readers keep the last value, the first, or fail; the others are lost without a word.',
    source: 'RFC 8259 §4',
    find: ({ exchange }) =>
      findRepeatedKeys(exchange.requestBody).map((key) => ({
        message: `${showValue(key)} is given more than once in the same object`,
        path: key,
      })),
  },
];

export const messageRules: RuleGroup = {
  where: 'request',
  applies: ({ isWrite, sent }) => isWrite && sent !== undefined,
  rules: [...schemasRules, ...identityRules, ...textRules],
};

function wantsSchemas(view: ExchangeView): boolean {
  return view.sentResource() !== undefined || messageUrn(view) !== undefined;
}

function messageUrn({ method, place }: ExchangeView): string | undefined {
  if (method === 'PATCH' && place.kind === 'resource') return `${MESSAGE}PatchOp`;
  if (method !== 'POST') return undefined;
  if (place.kind === 'bulk') return `${MESSAGE}BulkRequest`;
  return place.kind === 'search' ? `${MESSAGE}SearchRequest` : undefined;
}

function isKnownSchema(model: ResourceModel, urn: string): boolean {
  return (
    model.core.id.toLowerCase() === urn.toLowerCase() || resolveExtension(model, urn) !== undefined
  );
}

function tellUnknownUrn(model: ResourceModel, urn: string): string {
  const repaired = repairUrn(urn);
  return repaired !== urn && isKnownSchema(model, repaired)
    ? `schemas names ${urn}; it should be ${repaired}`
    : `schemas names ${urn}, which is not known here`;
}

/** Extensions with values that `schemas` does not name. */
export function undeclared(body: JsonObject, schemas: readonly string[]): readonly string[] {
  return Object.entries(body)
    .filter(([name, value]) => name.includes(':') && isJsonObject(value))
    .filter(([name, value]) => Object.keys(value ?? {}).length > 0 && !has(schemas, name))
    .map(([name]) => name);
}

/** The texts in `schemas`. */
export function readSchemas(body: JsonObject | undefined): readonly string[] {
  const schemas = read(body, 'schemas');
  return isJsonArray(schemas) ? schemas.filter(isText) : [];
}

function has(schemas: readonly string[], urn: string): boolean {
  return schemas.some((given) => given.toLowerCase() === urn.toLowerCase());
}

function isMissing(value: JsonValue | undefined): boolean {
  return value === undefined || value === null || value === '';
}

function isText(value: JsonValue): value is string {
  return typeof value === 'string';
}

/** By its name in any case. @see RFC 7643 §2.1 */
export function read(body: JsonObject | undefined, name: string): JsonValue | undefined {
  if (body === undefined || Object.hasOwn(body, name)) return body?.[name];
  const wanted = name.toLowerCase();
  return Object.entries(body).find(([given]) => given.toLowerCase() === wanted)?.[1];
}
