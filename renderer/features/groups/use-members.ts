// A group's members in windows, and adding and removing one through the SCIM engine.
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { JsonObject } from '../../../shared/scim/json.ts';
import type { Member, MemberPage, StoredResource } from '../../../shared/admin/resource.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { toast, type ToastMessage } from '../../ui/toast.tsx';
import { idOf, nameOf } from '../resources/read-resource.ts';
import { refusalText } from '../resources/refusal-text.ts';
import { usePatchResource } from '../resources/use-resource.ts';
import { SCREEN_PATHS } from '../resources/use-resource-search.ts';
import type { FoundUser } from '../resources/user-picker.tsx';
import { useWindows, type WindowedList } from '../resources/use-windows.ts';
import { addMember, removeMember } from './group-form-model.ts';
import { memberPageOptions } from './member-page-options.ts';

export interface Members extends WindowedList<Member> {
  readonly error: Error | undefined;
  readonly retry: () => void;
  /** What the engine said to the last change. */
  readonly problem: string | undefined;
  readonly add: (user: FoundUser) => void;
  readonly remove: (member: Member) => void;
  readonly open: (member: Member) => void;
}

const PAGE_SIZE = 100;

/** Those whose name or id contains the text. */
export function useMembers({ resource }: StoredResource, text: string): Members {
  const tenant = useTenantSlug();
  const navigate = useNavigate();
  const id = idOf(resource);
  const options = (page: number) =>
    memberPageOptions({ tenant, id, text, page, pageSize: PAGE_SIZE });
  const windows = useWindows({ pageSize: PAGE_SIZE, options, read: readPage });
  const first = useQuery(options(0));
  const patch = usePatchResource('Group');

  function change(body: JsonObject, said: Omit<ToastMessage, 'tone'>): void {
    patch.mutate({ id, body }, { onSuccess: () => toast({ tone: 'good', ...said }) });
  }

  /** The page may have gone by then, so the message is the place to say what came of it. */
  async function takeBack({ value, display }: Member): Promise<void> {
    const name = display ?? value;
    try {
      await patch.mutateAsync({ id, body: addMember(value) });
      toast({ tone: 'good', message: `${name} is back in ${nameOf(resource)}` });
    } catch (error) {
      toast({ tone: 'bad', message: `${name} cannot be added: ${refusalText(error)}` });
    }
  }

  return {
    ...windows,
    error: windows.total === undefined ? (first.error ?? undefined) : undefined,
    retry: () => void first.refetch(),
    problem: patch.error === null ? undefined : refusalText(patch.error),
    add: (user) =>
      change(addMember(user.id), { message: `${user.name} added to ${nameOf(resource)}` }),
    remove: (member) =>
      change(removeMember(member.value), {
        message: `${member.display ?? member.value} removed from ${nameOf(resource)}`,
        action: { label: 'Undo', run: () => void takeBack(member) },
      }),
    open: (member) =>
      void navigate({ to: SCREEN_PATHS[member.type ?? 'User'], search: { id: member.value } }),
  };
}

function readPage(page: MemberPage) {
  return { totalResults: page.totalResults, rows: page.members };
}
