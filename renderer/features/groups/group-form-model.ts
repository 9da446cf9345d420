// The group form and its two translations: to a SCIM document (create) and to a PATCH of what differs (edit).
import type { JsonObject } from '../../../shared/scim/json.ts';
import { patchMessage, setText, type PatchOperation } from '../resources/patch-message.ts';
import { textAt } from '../resources/read-resource.ts';
import type { FormModel } from '../resources/use-resource-form.ts';
import { CORE_GROUP } from '../resources/scim-names.ts';

export interface GroupForm {
  readonly displayName: string;
  readonly externalId: string;
}

const fields = ['displayName', 'externalId'] as const;

export const emptyGroupForm: GroupForm = { displayName: '', externalId: '' };

export const groupFormModel: FormModel<GroupForm> = {
  resourceType: 'Group',
  empty: emptyGroupForm,
  read: readGroupForm,
  write: writeGroupForm,
  operations: groupOperations,
  attributes: { displayName: 'displayName', externalId: 'externalId' },
  required: { field: 'displayName', message: 'A group needs a display name.' },
};

export function readGroupForm(document: JsonObject): GroupForm {
  return {
    displayName: textAt(document, ['displayName']),
    externalId: textAt(document, ['externalId']),
  };
}

/** `document` with the form's values in place and everything else kept; emptied attributes are left out. */
export function writeGroupForm(document: JsonObject, form: GroupForm): JsonObject {
  const { displayName: _name, externalId: _externalId, ...rest } = document;
  const displayName = form.displayName.trim();
  const externalId = form.externalId.trim();
  return {
    schemas: [CORE_GROUP],
    ...rest,
    ...(displayName === '' ? {} : { displayName }),
    ...(externalId === '' ? {} : { externalId }),
  };
}

/** The operations that turn the stored group into what the form says; none where nothing differs. */
export function groupOperations(stored: JsonObject, form: GroupForm): readonly PatchOperation[] {
  const before = readGroupForm(stored);
  return fields
    .filter((field) => form[field].trim() !== before[field])
    .map((field) => setText(field, form[field].trim()));
}

export function addMember(id: string): JsonObject {
  return patchMessage([{ op: 'add', path: 'members', value: [{ value: id }] }]);
}

export function removeMember(id: string): JsonObject {
  return patchMessage([{ op: 'remove', path: `members[value eq ${JSON.stringify(id)}]` }]);
}
