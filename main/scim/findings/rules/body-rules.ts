// Rules about what a POST, PUT or PATCH brings: names, types and forms of its values. @see RFC 7643 §2 and §3
import type { Rule, RuleGroup } from '../finding-rule.ts';
import { inRequest } from './observed-rules.ts';

const COMPLIANCE = 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance';
const TUTORIAL = 'Microsoft: Develop a SCIM endpoint';
const MAPPINGS = 'Microsoft: Customize application attributes';

const nameRules: readonly Rule[] = [
  {
    id: 'unknown-attribute',
    severity: 'warning',
    title: 'An attribute that no schema has',
    why: 'It is ignored or refused. Look for a misspelling, or add it to a schema of the tenant.',
    source: 'RFC 7643 §3, RFC 7644 §3.3',
    entra: 'Sends whatever target attributes its mapping names.',
    find: inRequest('unknown-attribute'),
  },
  {
    id: 'unknown-extension',
    severity: 'warning',
    title: 'An extension that no schema describes',
    why: 'Its values cannot be checked, and a strict service provider drops or refuses them.',
    source: 'RFC 7643 §3.3',
    entra: 'Sends custom attributes by the URN that the admin typed into the attribute list.',
    find: inRequest('unknown-schema'),
  },
  {
    id: 'misspelt-urn',
    severity: 'warning',
    title: 'A URN that is nearly right',
    why: 'A strict comparison does not find the schema, and the values are lost.',
    source: 'RFC 7643 §4.3',
    entra: 'Has sent …enterprise:2.0User, without the colon before User.',
    find: inRequest('misspelt-urn'),
  },
  {
    id: 'extension-without-urn',
    severity: 'warning',
    title: 'An attribute of an extension outside of its URN',
    why: 'Extension attributes stand in an object named by the URN; elsewhere they are unknown.',
    source: 'RFC 7643 §3.3, RFC 7644 §3.10',
    entra: 'Sends manager and department so where an old mapping names them so.',
    find: inRequest('extension-without-urn'),
  },
  {
    id: 'repeated-name',
    severity: 'error',
    title: 'The same attribute under two spellings',
    why: 'Names have no case, so both mean the same attribute and one value is lost.',
    source: 'RFC 7643 §2.1',
    find: inRequest('repeated-name'),
  },
  {
    id: 'read-only-attribute',
    severity: 'notice',
    title: 'An attribute that only the server sets',
    why: 'It is ignored: the value comes from the service provider.',
    source: 'RFC 7643 §2.2, RFC 7644 §3.3, §3.5.1',
    find: inRequest('read-only'),
  },
  {
    id: 'patch-of-read-only',
    severity: 'error',
    title: 'A PATCH of what only the server sets',
    why: 'It answers 400 mutability, and nothing of the message is done.',
    source: 'RFC 7643 §2.2, RFC 7644 §3.5.2',
    find: inRequest('read-only-path'),
  },
];

const typeRules: readonly Rule[] = [
  {
    id: 'string-boolean',
    severity: 'warning',
    title: 'A boolean as text',
    why: 'JSON has true and false. A server that takes text for true keeps a disabled user active.',
    source: `RFC 7643 §2.3.2; ${COMPLIANCE}`,
    entra: 'Sends "True" and "False" unless the tenant URL carries ?aadOptscim062020.',
    find: inRequest('string-boolean'),
  },
  {
    id: 'wrong-type',
    severity: 'error',
    title: 'A value of the wrong type',
    why: 'The request answers 400 invalidValue, or the value is stored as something nobody can read.',
    source: 'RFC 7643 §2.3',
    find: inRequest('wrong-type'),
  },
  {
    id: 'single-value-for-list',
    severity: 'warning',
    title: 'One value where a list belongs',
    why: 'A multi-valued attribute is an array, even with one value in it.',
    source: 'RFC 7643 §2.4',
    find: inRequest('single-for-list'),
  },
  {
    id: 'wrapped-value',
    severity: 'warning',
    title: 'A simple value inside a list of one object',
    why: 'A strict service provider expects the value itself.',
    source: COMPLIANCE,
    entra: 'Sent [{"$ref": null, "value": "…"}] for simple attributes in its PATCH form of 2017.',
    find: inRequest('wrapped-value'),
  },
  {
    id: 'manager-form',
    severity: 'warning',
    title: 'A manager that is no object with a value',
    why: 'manager is complex: {"value": "<id>"}. Text, a list or an empty object is refused by strict servers.',
    source: 'RFC 7643 §4.3',
    entra: 'Sends the bare id, a list of one object, and empty text to remove it.',
    find: inRequest('manager-form'),
  },
  {
    id: 'role-as-json-text',
    severity: 'warning',
    title: 'A role as JSON inside of text',
    why: 'value should be the role; here it has to be parsed once more.',
    source: `RFC 7643 §4.1.2; ${MAPPINGS}`,
    entra: 'SingleAppRoleAssignment and AppRoleAssignmentsComplex write it so in a PATCH.',
    find: inRequest('role-json'),
  },
];

const valueRules: readonly Rule[] = [
  {
    id: 'null-value',
    severity: 'notice',
    title: 'A null',
    why: 'It means "not set"; servers that store it as a value answer with null later.',
    source: 'RFC 7643 §2.5',
    entra: 'Sends "$ref": null in members and, at times, null for attributes without a value.',
    find: inRequest('null'),
  },
  {
    id: 'empty-text',
    severity: 'notice',
    title: 'Empty text',
    why: 'It is a value of its own for some servers and "not set" for others.',
    source: 'RFC 7643 §2.5',
    entra: 'Clears an attribute by replacing it with empty text.',
    find: inRequest('empty-text'),
  },
  {
    id: 'several-primaries',
    severity: 'error',
    title: 'More than one primary value',
    why: 'At most one value may be primary; which one counts is left to chance.',
    source: 'RFC 7643 §2.4',
    find: inRequest('several-primaries'),
  },
  {
    id: 'duplicate-value',
    severity: 'warning',
    title: 'The same value twice in a list',
    why: 'A list should not hold the same type and value more than once.',
    source: 'RFC 7643 §2.4',
    find: inRequest('duplicate-value'),
  },
  {
    id: 'repeated-type',
    severity: 'notice',
    title: 'Several values of the same type',
    why: 'A path such as emails[type eq "work"].value then means all of them.',
    source: `RFC 7643 §2.4; ${TUTORIAL}`,
    entra: 'Expects one value of each type in emails, phoneNumbers and addresses.',
    find: inRequest('repeated-type'),
  },
  {
    id: 'user-name-padding',
    severity: 'warning',
    title: 'A userName with spaces around it',
    why: 'It looks the same as the one without, and does not match it.',
    source: 'RFC 7644 §5, RFC 8265 §3.3',
    find: inRequest('user-name-padding'),
  },
];

export const bodyRules: RuleGroup = {
  where: 'request',
  applies: ({ isWrite, sent }) => isWrite && sent !== undefined,
  rules: [...nameRules, ...typeRules, ...valueRules],
};
