// Enterprise applications of the directory: their app roles and who is assigned to them.
import { z } from 'zod';
import { DirectoryObjectType } from './directory.ts';

/** The role of an assignment that names none. @see https://learn.microsoft.com/graph/api/resources/approleassignment */
export const DEFAULT_ACCESS_ROLE_ID = '00000000-0000-0000-0000-000000000000';

/** *User*, which every application has from the start: Entra gives it the same id in each of them. */
export const USER_ROLE_ID = '18d14569-c3bd-439b-9a66-3a2aee01d14f';

export const AppRole = z.object({
  id: z.uuid(),
  displayName: z.string().trim().min(1).max(100),
  /** What tokens and role expressions carry; null as that of *Default Access*. */
  value: z.string().max(250).nullable(),
  description: z.string().max(1_024).default(''),
  allowedMemberTypes: z.array(z.enum(['User', 'Application'])).min(1),
  isEnabled: z.boolean(),
});
export type AppRole = z.infer<typeof AppRole>;

export const Application = z.object({
  /** The id of the service principal. */
  id: z.uuid(),
  appId: z.uuid(),
  displayName: z.string().trim().min(1).max(120),
  createdDateTime: z.iso.datetime(),
  /** *User*, those of the administrator, and *Default Access* only where it is listed by its id. */
  appRoles: z.array(AppRole),
});
export type Application = z.infer<typeof Application>;

export const Assignment = z.object({
  id: z.uuid(),
  applicationId: z.uuid(),
  principalId: z.uuid(),
  principalType: DirectoryObjectType,
  appRoleId: z.uuid(),
  createdDateTime: z.iso.datetime(),
});
export type Assignment = z.infer<typeof Assignment>;
