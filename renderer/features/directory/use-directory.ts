// People and groups of the directory as the lists and details read them.
import { useQuery } from '@tanstack/react-query';
import type {
  DirectoryGroupPage,
  DirectoryMemberPage,
  DirectoryUserPage,
  DirectoryUserSort,
} from '../../../shared/simulator/directory-views.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import type { GridSort } from '../../ui/grid-types.ts';
import { useWindows } from '../resources/use-windows.ts';

const PAGE_SIZE = 100;

interface Request {
  readonly signal: AbortSignal;
}

export interface UserListQuery {
  readonly text: string;
  readonly state: 'all' | 'enabled' | 'disabled' | 'guests' | 'deleted';
  readonly sort: GridSort;
}

export function useDirectoryUsers({ text, state, sort }: UserListQuery) {
  const options = (page: number) => ({
    queryKey: queryKeys.directory('users', text, state, sort, page),
    queryFn: ({ signal }: Request) =>
      callAdmin(
        'listDirectoryUsers',
        {
          query: {
            text,
            ...(state === 'guests' ? { userType: 'Guest' } : { state }),
            sort: readSortColumn(sort.columnId),
            order: sort.direction,
            offset: page * PAGE_SIZE,
            limit: PAGE_SIZE,
          },
        },
        signal,
      ),
  });
  return useList(options, readUsers);
}

function readUsers({ total, users }: DirectoryUserPage) {
  return { totalResults: total, rows: users };
}

const SORTS: readonly DirectoryUserSort[] = [
  'displayName',
  'userPrincipalName',
  'department',
  'createdDateTime',
];

function readSortColumn(id: string): DirectoryUserSort {
  return SORTS.find((name) => name === id) ?? 'displayName';
}

export function useDirectoryGroups(text: string, state: 'all' | 'deleted') {
  const options = (page: number) => ({
    queryKey: queryKeys.directory('groups', text, state, page),
    queryFn: ({ signal }: Request) =>
      callAdmin(
        'listDirectoryGroups',
        { query: { text, state, offset: page * PAGE_SIZE, limit: PAGE_SIZE } },
        signal,
      ),
  });
  return useList(options, readGroups);
}

function readGroups({ total, groups }: DirectoryGroupPage) {
  return { totalResults: total, rows: groups };
}

export function useDirectoryMembers(id: string) {
  const options = (page: number) => ({
    queryKey: queryKeys.directory('members', id, page),
    queryFn: ({ signal }: Request) =>
      callAdmin(
        'listDirectoryMembers',
        { params: { id }, query: { offset: page * PAGE_SIZE, limit: PAGE_SIZE } },
        signal,
      ),
  });
  return useList(options, readMembers);
}

function readMembers({ total, members }: DirectoryMemberPage) {
  return { totalResults: total, rows: members };
}

interface PageOptions<Page> {
  readonly queryKey: readonly unknown[];
  readonly queryFn: (context: Request) => Promise<Page>;
}

function useList<Page, Row>(
  options: (page: number) => PageOptions<Page>,
  read: (page: Page) => { readonly totalResults: number; readonly rows: readonly Row[] },
) {
  const windows = useWindows({ pageSize: PAGE_SIZE, options, read });
  const first = useQuery(options(0));
  return {
    ...windows,
    error: windows.total === undefined ? (first.error ?? undefined) : undefined,
    retry: () => void first.refetch(),
  };
}

export function useDirectoryUser(id: string) {
  return useQuery({
    queryKey: queryKeys.directory('user', id),
    queryFn: ({ signal }) => callAdmin('getDirectoryUser', { params: { id } }, signal),
    retry: false,
  });
}

export function useDirectReports(id: string) {
  return useQuery({
    queryKey: queryKeys.directory('reports', id),
    queryFn: ({ signal }) => callAdmin('listDirectReports', { params: { id } }, signal),
  });
}

export function useDirectoryGroup(id: string) {
  return useQuery({
    queryKey: queryKeys.directory('group', id),
    queryFn: ({ signal }) => callAdmin('getDirectoryGroup', { params: { id } }, signal),
    retry: false,
  });
}
