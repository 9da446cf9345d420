// What is accepted in the body of POST and PUT, and in the values of a PATCH.
import type { SwitchTable } from '../switch-types.ts';

export const readingSwitches = {
  acceptStringBooleans: {
    title: 'Accept booleans as text',
    sentence: 'Reads "True" and "False" as booleans, in bodies and in filters.',
    source:
      'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance; RFC 7643 §2.3.2',
    seenIn: 'Entra without the flag aadOptscim062020 sends them',
    kind: 'boolean',
    default: true,
  },
  acceptManagerForms: {
    title: 'Accept every form of manager',
    sentence: 'Reads a complex value that arrives as a bare id or as a list of one object.',
    source: 'RFC 7643 §4.3; Microsoft: Develop a SCIM endpoint',
    seenIn: 'Entra sends manager as text and as a list',
    kind: 'boolean',
    default: true,
  },
  acceptTopLevelExtensionAttributes: {
    title: 'Accept extension attributes without their URN',
    sentence:
      'Reads department or manager at the top of a body, in paths and in filters, as if their URN were given.',
    source: 'RFC 7643 §3.3, RFC 7644 §3.10',
    seenIn: 'Entra with older mappings sends them',
    kind: 'boolean',
    default: true,
  },
  acceptSingleForMultiValued: {
    title: 'Accept one value for a list',
    sentence: 'Reads one object where the schema declares a list of them.',
    source: 'RFC 7643 §2.4',
    seenIn: 'OneLogin sends emails as one object',
    kind: 'boolean',
    default: true,
  },
  acceptWrappedValues: {
    title: 'Accept wrapped values',
    sentence: 'Reads [{"value": "Ada"}] where the schema declares a simple value.',
    source: 'Microsoft: Known issues and resolutions with SCIM 2.0 protocol compliance',
    seenIn: 'Entra in its PATCH form of 2017 sends it',
    kind: 'boolean',
    default: true,
  },
  acceptMisspeltUrns: {
    title: 'Repair misspelt URNs',
    sentence: 'Reads …:enterprise:2.0User as …:enterprise:2.0:User.',
    source: 'RFC 7643 §4.3',
    seenIn: 'Entra has sent it',
    kind: 'boolean',
    default: true,
  },
  emptyStringUnassigns: {
    title: 'Empty text unassigns',
    sentence: 'Takes "" for "no value"; otherwise it is kept as a text of no characters.',
    source: 'RFC 7643 §2.5; Microsoft: SCIM_Null_Update_Test',
    seenIn: 'Entra clears attributes with it',
    kind: 'boolean',
    default: true,
  },
  unknownAttributes: {
    title: 'Unknown attributes in a body',
    sentence: 'What happens to an attribute that no schema describes.',
    source: 'RFC 7644 §3.3 and §3.12 (invalidSyntax)',
    seenIn: 'Most servers ignore them, strict ones reject, document stores keep them',
    kind: 'choice',
    choices: [
      { value: 'ignore', label: 'Leave it out' },
      { value: 'reject', label: 'Refuse the request' },
      { value: 'store', label: 'Keep and return it' },
    ],
    default: 'ignore',
  },
  missingSchemas: {
    title: 'Body without schemas',
    sentence: 'Whether a body that lacks schemas is read as what its endpoint expects.',
    source: 'RFC 7643 §3, RFC 7644 §3.3',
    seenIn: 'Home-grown clients leave it out',
    kind: 'choice',
    choices: [
      { value: 'accept', label: 'Accept it' },
      { value: 'reject', label: 'Refuse it' },
    ],
    default: 'accept',
  },
  unknownSchemas: {
    title: 'Unknown URNs in schemas',
    sentence: 'What happens to a URN in schemas that the resource type has not.',
    source: 'RFC 7643 §3, RFC 7644 §3.3',
    seenIn: 'Entra lists http://schemas.microsoft.com/2006/11/ResourceManagement/ADSCIM/2.0/Group',
    kind: 'choice',
    choices: [
      { value: 'ignore', label: 'Leave it out' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'ignore',
  },
  undeclaredExtension: {
    title: 'Extension that schemas does not list',
    sentence:
      'What happens when a body holds the object of an extension whose URN is missing in schemas.',
    source: 'RFC 7643 §3.3',
    seenIn: 'Entra omits the URN of custom extensions',
    kind: 'choice',
    choices: [
      { value: 'add', label: 'Add the URN' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'add',
  },
  duplicatePrimary: {
    title: 'Several primary values',
    sentence: 'What happens when one request makes more than one value of a list primary.',
    source: 'RFC 7643 §2.4',
    seenIn: 'Clients that copy the mark from each source attribute',
    kind: 'choice',
    choices: [
      { value: 'last-wins', label: 'Keep the last one' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'last-wins',
  },
  duplicateValues: {
    title: 'Repeated values in a body',
    sentence: 'What happens when one list holds the same pair of type and value twice.',
    source: 'RFC 7643 §2.4',
    seenIn: 'Clients that map two source attributes to one type',
    kind: 'choice',
    choices: [
      { value: 'merge', label: 'Make them one' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'merge',
  },
  canonicalValues: {
    title: 'Canonical values',
    sentence:
      'Whether an attribute with canonical values, such as the type of an e-mail, takes other values too.',
    source: 'RFC 7643 §2.4 and §7',
    seenIn: 'Servers with fixed columns for work and home',
    kind: 'choice',
    choices: [
      { value: 'suggest', label: 'Take any value' },
      { value: 'enforce', label: 'Refuse other values' },
    ],
    default: 'suggest',
  },
  mismatchedBodyId: {
    title: 'Other id in the body of PUT',
    sentence: 'What happens when the id in the body is not the one in the URL.',
    source: 'RFC 7644 §3.5.1 (readOnly values are ignored)',
    seenIn: 'Okta sends the whole resource back, id included',
    kind: 'choice',
    choices: [
      { value: 'ignore', label: 'Ignore it' },
      { value: 'reject', label: 'Refuse the request' },
    ],
    default: 'ignore',
  },
} as const satisfies SwitchTable;
