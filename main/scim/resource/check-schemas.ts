// `schemas` of a body against its endpoint, and against the extensions that the body holds. @see RFC 7643 §3 and §3.3
import { isJsonArray, isJsonObject } from '../../../shared/scim/json.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { Rules } from '../profile/rules.ts';
import { invalidSyntax, invalidValue } from '../scim-error.ts';
import { quote } from './check-json.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:';

/**
 * Throws `invalidValue` for the core schema of another resource type, and `invalidSyntax` for what the profile refuses:
 * no schemas, unknown URNs, extensions that are not listed.
 */
export function checkSchemas(sent: JsonObject, rules: Rules): void {
  const urns = readUrns(sent);
  const { model, profile } = rules;
  const core = model.core.id.toLowerCase();
  const isOurs = urns.some((urn) => urn.toLowerCase() === core);
  const foreign = urns.find((urn) => urn.toLowerCase().startsWith(CORE));
  if (foreign !== undefined && !isOurs) {
    throw invalidValue(
      `schemas holds ${quote(foreign)}, but this is a ${model.type.name} endpoint`,
    );
  }
  if (!isOurs && profile.missingSchemas === 'reject') {
    throw invalidSyntax(`schemas must hold ${model.core.id}`);
  }
  // Entra: the legacy ADSCIM group URN, or a misspelt one. What is stored follows from the attributes.
  if (profile.unknownSchemas === 'reject') refuseUnknown(urns, rules);
  // Entra: `schemas` may lack an extension that the body holds.
  if (profile.undeclaredExtension === 'reject') refuseUndeclared(sent, urns);
}

function readUrns(sent: JsonObject): readonly string[] {
  const key = Object.keys(sent).find((name) => name.toLowerCase() === 'schemas');
  const schemas = key === undefined ? undefined : sent[key];
  return (isJsonArray(schemas) ? schemas : []).filter((urn) => typeof urn === 'string');
}

function refuseUnknown(urns: readonly string[], { model }: Rules): void {
  const known = [model.core, ...model.extensions].map(({ id }) => id.toLowerCase());
  const unknown = urns.find((urn) => !known.includes(urn.toLowerCase()));
  if (unknown === undefined) return;
  throw invalidSyntax(`schemas holds ${quote(unknown)}, which ${model.type.name} has not`);
}

function refuseUndeclared(sent: JsonObject, urns: readonly string[]): void {
  const declared = urns.map((urn) => urn.toLowerCase());
  const missing = Object.entries(sent).find(
    ([name, value]) =>
      /^urn:/i.test(name) && isJsonObject(value) && !declared.includes(name.toLowerCase()),
  );
  if (missing === undefined) return;
  throw invalidSyntax(`The body holds ${quote(missing[0])}, which schemas does not list`);
}
