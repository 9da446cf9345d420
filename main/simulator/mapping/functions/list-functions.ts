// Functions on several values, encodings and roles.
import type { ComplexValue } from '../../mapped-object.ts';
import { roleName, type RoleValue } from '../expression-value.ts';
import { limitText, type FunctionBody, type FunctionCall } from '../function-call.ts';

export const LIST_BODIES = {
  Item(call) {
    const list = call.list(0);
    const index = call.integer(1);
    if (index < 1) throw call.fail(`Item counts from 1, the index cannot be ${index}`);
    return list[index - 1] ?? null;
  },

  RemoveDuplicates: (call) => [...new Set(call.list(0))],

  Split(call) {
    const [source, delimiter] = [call.text(0), call.text(1)];
    if (delimiter === null || delimiter === '') throw call.fail('Split needs a delimiter');
    return source === null ? null : source.split(delimiter).map((part) => part.trim());
  },

  // Entra: UTF-16, little-endian, as the published result shows
  ConvertToBase64(call) {
    const source = call.text(0);
    return source && limitText(call, Buffer.from(source, 'utf16le').toString('base64'));
  },

  ConvertToUTF8Hex(call) {
    const source = call.text(0);
    return source && limitText(call, Buffer.from(source, 'utf8').toString('hex').toUpperCase());
  },

  Guid: (call) => call.context.newGuid(),

  SingleAppRoleAssignment: (call) => rolesOf(call, 'single'),
  AppRoleAssignmentsComplex: (call) => rolesOf(call, 'complex'),
  AssertiveAppRoleAssignmentsComplex: (call) => rolesOf(call, 'assertive'),
  AppRoleAssignments(call) {
    const names = readRoles(call).map((role) => roleName(role));
    return names.filter((name) => name !== null);
  },
} satisfies Readonly<Record<string, FunctionBody>>;

function rolesOf(call: FunctionCall, form: RoleValue['form']): RoleValue | null {
  const roles = readRoles(call);
  if (roles.length === 0) return null;
  return { kind: 'roles', form, roles: form === 'single' ? roles.slice(0, 1) : roles };
}

function readRoles(call: FunctionCall): ComplexValue[] {
  const [arg] = call.node.args;
  if (arg?.kind !== 'attribute' || arg.name !== 'appRoleAssignments') {
    throw call.fail(`${call.node.name} takes [appRoleAssignments]`);
  }
  return call.list(0).map((text) => readRole(call, text));
}

/** `{"id":…,"value":…,"displayName":…}`; what is null there is left out. */
function readRole(call: FunctionCall, text: string): ComplexValue {
  let role: unknown;
  try {
    role = JSON.parse(text);
  } catch (error) {
    const failure = call.fail(
      `[appRoleAssignments] holds "${text.slice(0, 60)}", which is no role`,
    );
    failure.cause = error;
    throw failure;
  }
  const fields = typeof role === 'object' && role !== null ? Object.entries(role) : [];
  return Object.fromEntries(
    fields.filter((field): field is [string, string] => typeof field[1] === 'string'),
  );
}
