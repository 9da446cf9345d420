// The user form and its two translations: to a SCIM document (create) and to a PATCH of what differs (edit).
import type { JsonObject, JsonValue } from '../../../shared/scim/json.ts';
import { setText, type PatchOperation } from '../resources/patch-message.ts';
import { elementsOf, isList, isOfType, textAt, workEmail } from '../resources/read-resource.ts';
import type { FormModel } from '../resources/use-resource-form.ts';
import { writeValue } from '../resources/write-value.ts';
import { CORE_USER, ENTERPRISE_USER } from '../resources/scim-names.ts';

export interface UserForm {
  readonly userName: string;
  readonly displayName: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly email: string;
  readonly active: boolean;
  readonly externalId: string;
  readonly title: string;
  readonly department: string;
  readonly manager: string;
}

const TEXTS = {
  userName: ['userName'],
  displayName: ['displayName'],
  givenName: ['name', 'givenName'],
  familyName: ['name', 'familyName'],
  externalId: ['externalId'],
  title: ['title'],
  department: [ENTERPRISE_USER, 'department'],
} as const;

const textFields = [
  'userName',
  'displayName',
  'givenName',
  'familyName',
  'externalId',
  'title',
  'department',
] as const;

const MANAGER = [ENTERPRISE_USER, 'manager', 'value'] as const;

export const emptyUserForm: UserForm = {
  userName: '',
  displayName: '',
  givenName: '',
  familyName: '',
  email: '',
  active: true,
  externalId: '',
  title: '',
  department: '',
  manager: '',
};

export const userFormModel: FormModel<UserForm> = {
  resourceType: 'User',
  empty: emptyUserForm,
  read: readUserForm,
  write: writeUserForm,
  operations: userOperations,
  attributes: {
    userName: 'userName',
    displayName: 'displayName',
    givenName: 'givenName',
    familyName: 'familyName',
    email: 'emails',
    externalId: 'externalId',
    title: 'title',
    department: 'department',
    manager: 'manager',
  },
  required: { field: 'userName', message: 'A user needs a user name.' },
};

export function readUserForm(document: JsonObject): UserForm {
  return {
    userName: textAt(document, TEXTS.userName),
    displayName: textAt(document, TEXTS.displayName),
    givenName: textAt(document, TEXTS.givenName),
    familyName: textAt(document, TEXTS.familyName),
    email: workEmail(document),
    active: document['active'] !== false,
    externalId: textAt(document, TEXTS.externalId),
    title: textAt(document, TEXTS.title),
    department: textAt(document, TEXTS.department),
    manager: textAt(document, MANAGER),
  };
}

/** `document` with the form's values in place and everything else kept; emptied attributes are left out. */
export function writeUserForm(document: JsonObject, form: UserForm): JsonObject {
  let next: JsonObject = { schemas: [], ...document };
  for (const field of textFields) next = writeText(next, TEXTS[field], form[field].trim());
  next = writeManager(next, form.manager);
  next = writeValue(next, ['emails'], writtenEmails(document, form.email.trim()));
  return { ...next, active: form.active, schemas: schemasOf(next) };
}

/** The operations that turn the stored user into what the form says; none where nothing differs. */
export function userOperations(stored: JsonObject, form: UserForm): readonly PatchOperation[] {
  const before = readUserForm(stored);
  const texts = textFields
    .filter((field) => form[field].trim() !== before[field])
    .map((field) => setText(pathOf(TEXTS[field]), form[field].trim()));
  return [
    ...texts,
    ...emailOperations(stored, form.email.trim()),
    ...(form.active === before.active ? [] : [replaceActive(form.active)]),
    ...(form.manager === before.manager ? [] : [managerOperation(form.manager)]),
  ];
}

function replaceActive(active: boolean): PatchOperation {
  return { op: 'replace', path: 'active', value: active };
}

function managerOperation(id: string): PatchOperation {
  const path = `${ENTERPRISE_USER}:manager`;
  return id === '' ? { op: 'remove', path } : { op: 'replace', path, value: { value: id } };
}

function emailOperations(stored: JsonObject, email: string): readonly PatchOperation[] {
  const before = workEmail(stored);
  if (email === before) return [];
  if (email === '') return [{ op: 'remove', path: 'emails[type eq "work"]' }];
  if (elementsOf(stored['emails']).some((element) => isOfType(element, 'work'))) {
    return [{ op: 'replace', path: 'emails[type eq "work"].value', value: email }];
  }
  return [{ op: 'add', path: 'emails', value: [newEmail(stored, email)] }];
}

function newEmail(document: JsonObject, value: string): JsonObject {
  const hasPrimary = elementsOf(document['emails']).some((email) => email['primary'] === true);
  return { value, type: 'work', ...(hasPrimary ? {} : { primary: true }) };
}

function writtenEmails(document: JsonObject, email: string): JsonValue | undefined {
  const emails = elementsOf(document['emails']);
  const index = emails.findIndex((element) => isOfType(element, 'work'));
  if (email === '') return nonEmpty(emails.filter((_, at) => at !== index));
  if (index === -1) return [...emails, newEmail(document, email)];
  return emails.map((element, at) => (at === index ? { ...element, value: email } : element));
}

function nonEmpty(list: readonly JsonValue[]): JsonValue | undefined {
  return list.length === 0 ? undefined : list;
}

function writeManager(document: JsonObject, id: string): JsonObject {
  if (textAt(document, MANAGER) === id) return document;
  return writeValue(document, [ENTERPRISE_USER, 'manager'], id === '' ? undefined : { value: id });
}

function writeText(document: JsonObject, path: readonly string[], text: string): JsonObject {
  return writeValue(document, path, text === '' ? undefined : text);
}

function schemasOf(document: JsonObject): readonly string[] {
  const listed = isList(document['schemas']) ? document['schemas'] : [];
  const kept = listed.filter(
    (urn) => typeof urn === 'string' && urn !== CORE_USER && urn !== ENTERPRISE_USER,
  );
  const enterprise = Object.hasOwn(document, ENTERPRISE_USER) ? [ENTERPRISE_USER] : [];
  return [CORE_USER, ...enterprise, ...kept.map(String)];
}

function pathOf(path: readonly string[]): string {
  return path.join(path[0] === ENTERPRISE_USER ? ':' : '.');
}
