// Entries of the provisioning log as cycles write them, for tests. People are counted: the same number is the same person.
import { errorInformation } from '../../shared/simulator/error-codes.ts';
import type { ProvisioningObjectSummary } from '../../shared/simulator/provisioning-log.ts';

export const VELPIC = '55555555-5555-4555-8555-555555555555';

export interface SummaryWish {
  readonly number: number;
  /** Of the people, where it is not that of the entry. */
  readonly person?: number;
  readonly applicationId?: string;
  readonly at?: string;
  readonly cycle?: number;
  readonly outcome?: 'created' | 'refused' | 'redundant';
}

/** Ids hold the number, so that a test can say which entry it means. */
export function buildSummary(wish: SummaryWish): ProvisioningObjectSummary {
  const { number, person = number, outcome = 'created', cycle = 1 } = wish;
  const upn = `person${person}@contoso.test`;
  return {
    id: uuid('e', number),
    activityDateTime: wish.at ?? '2026-01-05T10:01:12.000Z',
    tenantId: uuid('a', 1),
    jobId: `scim.${'0'.repeat(31)}a.${uuid('b', 1)}`,
    cycleId: uuid('c', cycle),
    changeId: uuid('d', number),
    durationInMilliseconds: 214,
    ...OUTCOMES[outcome](upn),
    servicePrincipal: { id: wish.applicationId ?? VELPIC, displayName: 'Velpic' },
    sourceSystem: { id: uuid('6', 1), displayName: 'Microsoft Entra ID', details: {} },
    targetSystem: {
      id: uuid('7', 1),
      displayName: 'customappsso',
      details: { ServicePrincipalDisplayName: 'Velpic' },
    },
    sourceIdentity: {
      id: uuid('4', person),
      displayName: `Person ${person}`,
      identityType: 'User',
      details: { odatatype: 'User', UserPrincipalName: upn },
    },
    targetIdentity: {
      id: outcome === 'refused' ? '' : `target-${person}`,
      displayName: '',
      identityType: 'urn:ietf:params:scim:schemas:extension:enterprise:2.0:User',
      details: {},
    },
    initiatedBy: {
      id: '',
      displayName: 'Azure AD Provisioning Service',
      initiatorType: 'system',
    },
    requests: [
      {
        method: 'GET',
        url: `http://127.0.0.1/scim/v2/Users?filter=userName+eq+%22${upn}%22`,
        status: 200,
        durationMs: 3.2,
        clientRequestId: uuid('f', number),
      },
    ],
  };
}

type Outcome = Pick<
  ProvisioningObjectSummary,
  'provisioningAction' | 'provisioningStatusInfo' | 'provisioningSteps' | 'modifiedProperties'
>;

const OUTCOMES = {
  created: (upn: string): Outcome => ({
    provisioningAction: 'create',
    provisioningStatusInfo: { status: 'success', errorInformation: null },
    provisioningSteps: [
      imported(upn),
      {
        name: 'EntrySynchronizationScoping',
        provisioningStepType: 'scoping',
        status: 'success',
        description: 'In scope',
        details: { 'Active in the source system': 'True', 'Assigned to the application': 'True' },
      },
      {
        name: 'EntryExportAdd',
        provisioningStepType: 'export',
        status: 'success',
        description: `User '${upn}' was created in customappsso`,
        details: {},
      },
    ],
    modifiedProperties: [
      { displayName: 'userName', oldValue: null, newValue: upn },
      { displayName: 'active', oldValue: null, newValue: 'True' },
    ],
  }),
  refused: (upn: string): Outcome => ({
    provisioningAction: 'create',
    provisioningStatusInfo: {
      status: 'failure',
      errorInformation: errorInformation(
        'SystemForCrossDomainIdentityManagementBadRequest',
        'The application refused the creation: "emails" must be an array. It is tried again.',
      ),
    },
    provisioningSteps: [
      imported(upn),
      {
        name: 'EntryExportAdd',
        provisioningStepType: 'export',
        status: 'failure',
        description: `User '${upn}' could not be created in customappsso`,
        details: { StatusCode: '400' },
      },
    ],
    modifiedProperties: [{ displayName: 'userName', oldValue: null, newValue: upn }],
  }),
  redundant: (upn: string): Outcome => ({
    provisioningAction: 'other',
    provisioningStatusInfo: { status: 'skipped', errorInformation: null },
    provisioningSteps: [
      imported(upn),
      {
        name: 'EntrySynchronizationSkip',
        provisioningStepType: 'processing',
        status: 'skipped',
        description: 'There is nothing to send',
        details: { SkipReason: 'RedundantExport' },
      },
    ],
    modifiedProperties: [],
  }),
} as const;

function imported(upn: string) {
  return {
    name: 'EntryImportAdd',
    provisioningStepType: 'import',
    status: 'success',
    description: `Received User '${upn}' change of type (Add) from Microsoft Entra ID`,
    details: { userPrincipalName: upn, accountEnabled: 'True' },
  } as const;
}

function uuid(letter: string, number: number): string {
  return `${letter.repeat(8)}-0000-4000-8000-${String(number).padStart(12, '0')}`;
}
