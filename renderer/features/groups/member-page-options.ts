// One window of a group's members as a query.
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';

interface MemberPageKey {
  readonly tenant: string;
  readonly id: string;
  /** Part of a name or id; empty = all. */
  readonly text: string;
  /** Counted from 0. */
  readonly page: number;
  readonly pageSize: number;
}

export function memberPageOptions({ tenant, id, text, page, pageSize }: MemberPageKey) {
  return {
    queryKey: queryKeys.resources(tenant, 'Group', 'members', id, text, pageSize, page),
    queryFn: ({ signal }: { readonly signal: AbortSignal }) =>
      callAdmin(
        'listMembers',
        {
          params: { tenant, id },
          query: { text, startIndex: page * pageSize + 1, count: pageSize },
        },
        signal,
      ),
  };
}
