// A group's document with its members put back in.
import { useQuery } from '@tanstack/react-query';
import type { Member, StoredResource } from '../../../shared/admin/resource.ts';
import type { JsonObject } from '../../../shared/scim/json.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { idOf } from '../resources/read-resource.ts';
import { memberPageOptions } from './member-page-options.ts';

export const MOST_MEMBERS_IN_JSON = 1000;

export interface GroupDocument {
  readonly document: JsonObject | undefined;
  readonly error: Error | undefined;
  readonly retry: () => void;
}

export function useGroupDocument({ resource, memberCount }: StoredResource): GroupDocument {
  const tenant = useTenantSlug();
  const count = memberCount ?? 0;
  const hasMembers = count > 0 && count <= MOST_MEMBERS_IN_JSON;
  const page = useQuery({
    ...memberPageOptions({
      tenant,
      id: idOf(resource),
      text: '',
      page: 0,
      pageSize: MOST_MEMBERS_IN_JSON,
    }),
    enabled: hasMembers,
  });
  const members = page.data?.members.map(toWire);
  return {
    document: hasMembers ? members && { ...resource, members } : resource,
    error: page.error ?? undefined,
    retry: () => void page.refetch(),
  };
}

function toWire({ value, display, type }: Member): JsonObject {
  return {
    value,
    ...(display === null ? {} : { display }),
    ...(type === null ? {} : { type }),
  };
}
