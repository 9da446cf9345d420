// The references of a resource in a file, apart from the rest of it: members of a group, the manager of a user.
import {
  isJsonArray,
  isJsonObject,
  type JsonObject,
  type JsonValue,
} from '../../shared/scim/json.ts';
import { ENTERPRISE_USER_URN } from '../scim/schema/urns.ts';
import { hasMembers } from '../provider/assemble-resource.ts';
import type { ResourceModel } from '../scim/schema/schema-types.ts';

export interface SplitResource {
  /** Without what the server gives and derives. */
  readonly body: JsonObject;
  readonly members: readonly string[];
  readonly manager: string | undefined;
}

export function splitReferences(model: ResourceModel, resource: JsonObject): SplitResource {
  const { id: _id, meta: _meta, groups: _groups, members, ...body } = resource;
  if (hasMembers(model)) return { body, members: readValues(members), manager: undefined };
  const whole = members === undefined ? body : { ...body, members };
  const enterprise = body[ENTERPRISE_USER_URN];
  if (!isJsonObject(enterprise) || !isJsonObject(enterprise['manager'])) {
    return { body: whole, members: [], manager: undefined };
  }
  const { manager, ...rest } = enterprise;
  const [value] = readValues([manager ?? null]);
  const { [ENTERPRISE_USER_URN]: _, ...others } = whole;
  const isLeft = Object.keys(rest).length > 0;
  const left = isLeft ? { ...others, [ENTERPRISE_USER_URN]: rest } : others;
  return { body: left, members: [], manager: value };
}

/** The resource with the references that have become ids. */
export function joinReferences(
  body: JsonObject,
  {
    members,
    manager,
  }: { readonly members: readonly string[]; readonly manager: string | undefined },
): JsonObject {
  const enterprise = body[ENTERPRISE_USER_URN];
  const known = isJsonObject(enterprise) ? enterprise : {};
  return {
    ...body,
    ...(members.length > 0 && { members: members.map((value) => ({ value })) }),
    ...(manager !== undefined && {
      [ENTERPRISE_USER_URN]: { ...known, manager: { value: manager } },
    }),
  };
}

function readValues(list: JsonValue | undefined): readonly string[] {
  const elements = isJsonArray(list) ? list : [];
  return elements.flatMap((element) => {
    const value = isJsonObject(element) ? element['value'] : undefined;
    return typeof value === 'string' ? [value] : [];
  });
}
