// What is wrong with the mappings of a job, place by place.
import { z } from 'zod';
import { DirectoryObjectType } from './directory.ts';

export const SCHEMA_FINDING_CODES = [
  'NoMatchingAttribute',
  'DuplicateMatchingPrecedence',
  'MatchingAttributeNotUsable',
  'RequiredMappingMissing',
  'DuplicateTarget',
  'IdMapped',
  'TargetNotSupported',
  'TargetPathInvalid',
  'TargetNotListed',
  'SourceMissing',
  'SourceNotListed',
  'ExpressionInvalid',
  'ExpressionWarning',
  'ReferenceNotDirect',
  'RoleFunctionRepeated',
  'RoleTargetNotRoles',
  'TypeMismatch',
  'SoftDeleteNotMapped',
  'UserMappingDisabled',
  'AttributeListInvalid',
  'FilterInvalid',
] as const;
export const SchemaFindingCode = z.enum(SCHEMA_FINDING_CODES);
export type SchemaFindingCode = z.infer<typeof SchemaFindingCode>;

export const SchemaFinding = z.object({
  /** An error keeps the mappings from being saved; a warning says what will surprise. */
  severity: z.enum(['error', 'warning']),
  code: SchemaFindingCode,
  objectType: DirectoryObjectType,
  /** Where it is: an attribute mapping, a scoping filter, a line of the attribute list of the application or of Microsoft
   *  Entra ID, by its number from 0; or the whole object mapping. */
  place: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('object') }),
    z.object({ kind: z.literal('mapping'), index: z.int() }),
    z.object({ kind: z.literal('filter'), index: z.int(), clause: z.int().nullable() }),
    z.object({ kind: z.literal('attribute'), index: z.int() }),
    z.object({ kind: z.literal('sourceAttribute'), index: z.int() }),
  ]),
  /** One sentence: what is wrong and what to do. */
  message: z.string(),
});
export type SchemaFinding = z.infer<typeof SchemaFinding>;
