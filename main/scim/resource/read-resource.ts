// The body of POST and PUT: what a client may write of it, in the schema's own spelling. @see RFC 7644 §3.3, §3.5.1
import type { JsonValue, ScimResource } from '../../../shared/scim/json.ts';
import { applyPatch } from '../patch/apply-patch.ts';
import { expandValue } from '../patch/expand-value.ts';
import type { Rules } from '../profile/rules.ts';
import { checkJsonObject } from './check-json.ts';
import { checkSchemas } from './check-schemas.ts';

/**
 * The document to store, `password` included: readOnly attributes left out, unassigned ones absent, `schemas` that of
 * what is left. Throws `invalidSyntax` and `invalidValue`; whether it is complete is for `checkResource` to say.
 */
export function readResource(body: JsonValue, rules: Rules): ScimResource {
  const sent = checkJsonObject(body);
  checkSchemas(sent, rules);
  const place = { ...rules, pathLabel: '', valueLabel: '' };
  const operations = expandValue({ op: 'replace', value: sent, readOnly: 'ignore' }, place);
  return applyPatch({}, operations, rules);
}
