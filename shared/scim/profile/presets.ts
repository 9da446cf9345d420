// Profiles by name: each says only what differs from the defaults of the table.
import type { Profile } from './switches.ts';

export interface Preset {
  readonly name: string;
  /** What the preset is for, in one sentence. */
  readonly sentence: string;
  readonly differences: Partial<Profile>;
}

/** No Bulk, sort, ETag, /Me and the like: what most commercial services leave out. */
const CORE_ONLY = {
  bulkSupported: false,
  sortSupported: false,
  etagSupported: false,
  meSupported: false,
  searchSupported: false,
  rootQuerySupported: false,
  cursorPaging: false,
  asyncSupported: false,
  eventsSupported: false,
} as const satisfies Partial<Profile>;

export const presets = {
  'entra-tolerant': {
    name: 'Entra-tolerant',
    sentence:
      'Everything of the RFCs, and every form that Entra, Okta and others are known to send.',
    differences: {},
  },
  'rfc-strict': {
    name: 'RFC strict',
    sentence: 'Everything of the RFCs, and nothing that they do not allow.',
    differences: {
      acceptStringBooleans: false,
      acceptManagerForms: false,
      acceptTopLevelExtensionAttributes: false,
      acceptSingleForMultiValued: false,
      acceptWrappedValues: false,
      acceptMisspeltUrns: false,
      acceptLooseReferences: false,
      emptyStringUnassigns: false,
      unknownAttributes: 'reject',
      unknownExtensions: 'reject',
      missingSchemas: 'reject',
      unknownSchemas: 'reject',
      undeclaredExtension: 'reject',
      duplicatePrimary: 'reject',
      duplicateValues: 'reject',
      acceptUnquotedFilterValues: false,
      acceptSubAttributeAfterValuePath: false,
      bothProjections: 'reject',
      acceptOpCase: false,
      acceptPathLikeKeys: false,
      readOnlyInPatchValue: 'reject',
      valuePathWithoutMatch: 'no-target',
      memberRemovalByValue: 'refuse',
      groupPatchAnswer: 'resource',
      emptyMembers: 'absent',
      uniqueGroupDisplayName: false,
      unknownMembers: 'reject',
      acceptTrailingSlashes: false,
      aliasServiceConfiguration: false,
    },
  },
  'microsoft-reference': {
    name: 'Microsoft reference',
    sentence: 'Like the reference server of Microsoft, which its Postman collection tests.',
    differences: {
      ...CORE_ONLY,
      userPatchAnswer: 'no-content',
      entraFriendlySchemas: true,
    },
  },
  okta: {
    name: 'Okta',
    sentence:
      'A service as Okta asks for it: PUT, pages of 100, filters with eq, HTTP Basic allowed.',
    differences: {
      ...CORE_ONLY,
      aliasServiceConfiguration: false,
      filterOperators: 'eq-and',
      basicAuth: true,
    },
  },
  'aws-iam-identity-center': {
    name: 'AWS IAM Identity Center',
    sentence: 'The documented limits of AWS IAM Identity Center.',
    differences: {
      ...CORE_ONLY,
      aliasServiceConfiguration: false,
      changePasswordSupported: false,
      passwordAccepted: false,
      filterOperators: 'eq-and',
      unknownFilterAttribute: 'reject',
      unknownAttributes: 'reject',
      unknownExtensions: 'reject',
      unknownMembers: 'reject',
      requiredUserAttributes: 'aws',
      userAttributes: 'aws',
      singleValueLists: true,
      replaceAllMembers: false,
      maxMembersPerPatch: 100,
      maxFilterResults: 50,
      defaultPageSize: 50,
      maxPageSize: 50,
    },
  },
  'velpic-tutorial': {
    name: 'Velpic tutorial',
    sentence:
      'The soft service of the Velpic tutorial: users that leave are deactivated, never lost.',
    differences: {
      ...CORE_ONLY,
      aliasServiceConfiguration: false,
      deleteMode: 'deactivate',
      unknownPatchPath: 'ignore',
      userPatchAnswer: 'no-content',
      groupsOnUser: false,
    },
  },
  'legacy-vendor': {
    name: 'Legacy vendor',
    sentence: 'Mistakes that real services make: see what your client does about them.',
    differences: {
      ...CORE_ONLY,
      aliasServiceConfiguration: false,
      unknownAttributes: 'store',
      unknownFilterAttribute: 'reject',
      unknownPatchPath: 'ignore',
      memberRemovalByValue: 'all',
      valuePathWithoutMatch: 'no-target',
      mismatchedBodyId: 'reject',
      canonicalValues: 'enforce',
      filterOperators: 'eq-and',
      noMatchAnswer: 'not-found',
      locationHeader: false,
      memberDisplay: false,
      groupsOnUser: false,
      emptyMembers: 'absent',
      emptyResources: 'absent',
      errorStatusType: 'number',
      responseMediaType: 'json',
      userNameCaseExact: true,
      uniqueExternalId: true,
      deleteMode: 'deactivate',
      maxPageSize: 100,
      maxFilterResults: 100,
      basicAuth: true,
    },
  },
} as const satisfies Readonly<Record<string, Preset>>;

export type PresetId = keyof typeof presets;
