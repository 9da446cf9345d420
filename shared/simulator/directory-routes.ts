// Routes of the simulated directory. @see ./directory.ts
import { z } from 'zod';
import { Job } from '../admin/transfer.ts';
import { DirectoryGroup, DirectoryUser } from './directory.ts';
import {
  DirectoryFile,
  DirectoryGroupChange,
  DirectoryGroupPage,
  DirectoryGroupQuery,
  DirectoryImportPreview,
  DirectoryMemberPage,
  DirectoryMemberQuery,
  DirectoryPrincipal,
  DirectoryUserChange,
  DirectoryUserDetails,
  DirectoryUserPage,
  DirectoryUserQuery,
  GenerateOrder,
  ImportText,
  ListedGroup,
  MemberChange,
  NewDirectoryGroup,
  NewDirectoryUser,
  PrincipalList,
  PrincipalQuery,
  QuickChange,
} from './directory-views.ts';

const nothing = z.object({});
const byId = z.object({ id: z.uuid() });

export const directoryRoutes = {
  listDirectoryUsers: {
    method: 'GET',
    path: '/api/directory/users',
    params: nothing,
    query: DirectoryUserQuery,
    body: z.undefined(),
    response: DirectoryUserPage,
  },
  createDirectoryUser: {
    method: 'POST',
    path: '/api/directory/users',
    params: nothing,
    query: nothing,
    body: NewDirectoryUser,
    response: DirectoryUser,
  },
  getDirectoryUser: {
    method: 'GET',
    path: '/api/directory/users/:id',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: DirectoryUserDetails,
  },
  updateDirectoryUser: {
    method: 'PATCH',
    path: '/api/directory/users/:id',
    params: byId,
    query: nothing,
    body: DirectoryUserChange,
    response: DirectoryUser,
  },
  /** Into the recycle bin for 30 days. */
  deleteDirectoryUser: {
    method: 'DELETE',
    path: '/api/directory/users/:id',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: DirectoryUser,
  },
  /** The first hundred who have this manager, by name. */
  listDirectReports: {
    method: 'GET',
    path: '/api/directory/users/:id/direct-reports',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: z.object({ users: z.array(DirectoryUser) }),
  },
  changeDirectoryUserQuickly: {
    method: 'POST',
    path: '/api/directory/users/:id/quick-change',
    params: byId,
    query: nothing,
    body: QuickChange,
    response: DirectoryUser,
  },
  listDirectoryGroups: {
    method: 'GET',
    path: '/api/directory/groups',
    params: nothing,
    query: DirectoryGroupQuery,
    body: z.undefined(),
    response: DirectoryGroupPage,
  },
  createDirectoryGroup: {
    method: 'POST',
    path: '/api/directory/groups',
    params: nothing,
    query: nothing,
    body: NewDirectoryGroup,
    response: DirectoryGroup,
  },
  getDirectoryGroup: {
    method: 'GET',
    path: '/api/directory/groups/:id',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: ListedGroup,
  },
  updateDirectoryGroup: {
    method: 'PATCH',
    path: '/api/directory/groups/:id',
    params: byId,
    query: nothing,
    body: DirectoryGroupChange,
    response: DirectoryGroup,
  },
  /** Into the recycle bin for 30 days. */
  deleteDirectoryGroup: {
    method: 'DELETE',
    path: '/api/directory/groups/:id',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: DirectoryGroup,
  },
  listDirectoryMembers: {
    method: 'GET',
    path: '/api/directory/groups/:id/members',
    params: byId,
    query: DirectoryMemberQuery,
    body: z.undefined(),
    response: DirectoryMemberPage,
  },
  /** Users and groups by objectId; all of them or none. Answers how many were changed. */
  changeDirectoryMembers: {
    method: 'POST',
    path: '/api/directory/groups/:id/members',
    params: byId,
    query: nothing,
    body: MemberChange,
    response: z.object({ added: z.int(), removed: z.int() }),
  },
  /** A deleted user or group comes back, with memberships and assignments. */
  restoreDirectoryObject: {
    method: 'POST',
    path: '/api/directory/deleted-items/:id/restore',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: DirectoryPrincipal,
  },
  /** Deletes a deleted user or group permanently. */
  purgeDirectoryObject: {
    method: 'DELETE',
    path: '/api/directory/deleted-items/:id',
    params: byId,
    query: nothing,
    body: z.undefined(),
    response: DirectoryPrincipal,
  },
  /** Users and groups whose names contain the text, for pickers: the first twenty of each. */
  findDirectoryPrincipals: {
    method: 'GET',
    path: '/api/directory/principals',
    params: nothing,
    query: PrincipalQuery,
    body: z.undefined(),
    response: PrincipalList,
  },
  /** Users whose user principal name is there already are left as they are. */
  generateDirectory: {
    method: 'POST',
    path: '/api/directory/generate',
    params: nothing,
    query: nothing,
    body: GenerateOrder,
    response: Job,
  },
  /** `text`: CSV as Entra's template for *Bulk create* has it. */
  previewDirectoryImport: {
    method: 'POST',
    path: '/api/directory/import-preview',
    params: nothing,
    query: nothing,
    body: ImportText,
    response: DirectoryImportPreview,
  },
  importDirectory: {
    method: 'POST',
    path: '/api/directory/import',
    params: nothing,
    query: nothing,
    body: ImportText,
    response: Job,
  },
  /** All users that are not deleted, in the form that the import takes. */
  exportDirectory: {
    method: 'GET',
    path: '/api/directory/export',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: DirectoryFile,
  },
  /** The form alone, with its first lines. */
  getDirectoryTemplate: {
    method: 'GET',
    path: '/api/directory/import-template',
    params: nothing,
    query: nothing,
    body: z.undefined(),
    response: DirectoryFile,
  },
} as const;
