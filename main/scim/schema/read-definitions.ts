// Schema and ResourceType documents (RFC 7643 §6 and §7) as somebody hands them in: single ones, or a ListResponse of
// them, as discovery answers. What the RFC settles for a type is set right without a word: references and binary
// values are caseExact (§2.3.6, §2.3.7), what is writeOnly is never returned.
import { isJsonArray, isJsonObject, type JsonObject } from '../../../shared/scim/json.ts';
import { ResourceTypeDocument, SchemaDocument } from '../../../shared/scim/schema-document.ts';
import type { SchemaIssue } from './schema-issue.ts';
import type { AttributeDefinition, TenantSchemas } from './schema-types.ts';
import { LIST_RESPONSE_URN, RESOURCE_TYPE_URN } from './urns.ts';

export interface Definitions extends TenantSchemas {
  readonly issues: readonly SchemaIssue[];
}

/** Reads each document by itself; `place` names the list in issues. */
export function readDefinitions(documents: readonly JsonObject[], place: string): Definitions {
  const parts = documents.map((document, index) => readOne(document, `${place}[${index}]`));
  return joinDefinitions(parts);
}

function readOne(document: JsonObject, place: string): Definitions {
  if (hasSchema(document, LIST_RESPONSE_URN)) return readList(document, place);
  const isResourceType = hasSchema(document, RESOURCE_TYPE_URN) || 'endpoint' in document;
  return isResourceType ? readResourceType(document, place) : readSchema(document, place);
}

function readList(document: JsonObject, place: string): Definitions {
  const { Resources: resources } = document;
  const listed = isJsonArray(resources) ? resources.filter(isJsonObject) : [];
  return readDefinitions(listed, `${place}.Resources`);
}

function readResourceType(document: JsonObject, place: string): Definitions {
  const read = ResourceTypeDocument.safeParse(document);
  if (!read.success) return failed(read.error.issues, place);
  return { schemas: [], resourceTypes: [read.data], issues: [] };
}

function readSchema(document: JsonObject, place: string): Definitions {
  const read = SchemaDocument.safeParse(document);
  if (!read.success) return failed(read.error.issues, place);
  const schema = { ...read.data, attributes: read.data.attributes.map(settle) };
  return { schemas: [schema], resourceTypes: [], issues: [] };
}

interface FoundIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function failed(issues: readonly FoundIssue[], place: string): Definitions {
  const named = issues.map(({ path, message }) => ({ path: joinPath(place, path), message }));
  return { schemas: [], resourceTypes: [], issues: named };
}

function joinPath(place: string, path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return place + steps.join('');
}

function joinDefinitions(parts: readonly Definitions[]): Definitions {
  return {
    schemas: parts.flatMap(({ schemas }) => schemas),
    resourceTypes: parts.flatMap(({ resourceTypes }) => resourceTypes),
    issues: parts.flatMap(({ issues }) => issues),
  };
}

function settle(attribute: AttributeDefinition): AttributeDefinition {
  const { type, mutability, returned, referenceTypes, subAttributes } = attribute;
  const isExact = type === 'reference' || type === 'binary';
  return {
    ...attribute,
    ...(isExact && { caseExact: true }),
    ...(type === 'reference' && { referenceTypes: referenceTypes ?? ['uri'] }),
    ...(mutability === 'writeOnly' && returned === 'default' && { returned: 'never' as const }),
    ...(subAttributes !== undefined && { subAttributes: subAttributes.map(settle) }),
  };
}

function hasSchema({ schemas }: JsonObject, urn: string): boolean {
  const urns = isJsonArray(schemas) ? schemas : [];
  return urns.some((each) => typeof each === 'string' && each.toLowerCase() === urn.toLowerCase());
}
