// The body of POST and PUT: what a client may write of it, in the schema's own spelling. @see RFC 7644 §3.3, §3.5.1
import { isJsonArray } from '../../../shared/scim/json.ts';
import type { JsonObject, JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { expandValue } from '../patch/expand-value.ts';
import type { ResourceModel } from '../schema/schema-types.ts';
import { invalidValue } from '../scim-error.ts';
import { checkJsonObject } from './check-json.ts';

const CORE = 'urn:ietf:params:scim:schemas:core:2.0:';

/** Which request the body belongs to. */
export type Exchange = 'create' | 'replace';

/**
 * The document to store, `password` included: readOnly and unknown attributes left out, unassigned ones absent,
 * `schemas` that of what is left. Throws `invalidSyntax` and `invalidValue`.
 */
export function readResource(
  body: JsonValue,
  model: ResourceModel,
  exchange: Exchange,
): ScimResource {
  const sent = checkJsonObject(body);
  checkSchemas(sent, model);
  const place = { model, pathLabel: '', valueLabel: '' };
  const resource = applyPatch({}, expandValue('replace', sent, place), model);
  checkRequired(resource, model, exchange);
  return resource;
}

// Entra: `schemas` may lack an extension that the body holds, list the legacy ADSCIM group URN or a misspelt one: what
// is stored follows from the attributes. Only the schema of another resource type tells that the endpoint is wrong.
function checkSchemas(sent: JsonObject, model: ResourceModel): void {
  const key = Object.keys(sent).find((name) => name.toLowerCase() === 'schemas');
  const schemas = key === undefined ? undefined : sent[key];
  const cores = (isJsonArray(schemas) ? schemas : [])
    .filter((urn) => typeof urn === 'string')
    .filter((urn) => urn.toLowerCase().startsWith(CORE));
  const isOurs = cores.some((urn) => urn.toLowerCase() === model.core.id.toLowerCase());
  if (cores[0] !== undefined && !isOurs) {
    throw invalidValue(`schemas holds ${cores[0]}, but this is a ${model.type.name} endpoint`);
  }
}

function checkRequired(resource: ScimResource, model: ResourceModel, exchange: Exchange): void {
  const missing = model.core.attributes.find(
    ({ name, required, mutability }) =>
      required && mutability !== 'readOnly' && !Object.hasOwn(resource, name),
  );
  if (missing !== undefined) {
    throw invalidValue(`${missing.name} is required to ${exchange} a ${model.type.name}`);
  }
}
