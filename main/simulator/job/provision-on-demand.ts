// *Provision on demand*: one user, or one group with up to five of its members, at once and in five steps.
// Entra: it takes nobody from the recycle bin and neither disables nor deletes, role expressions do not work, flags of the Tenant URL are not
// honoured. The step of the connection is shown where it failed.
// Inferred: members that are not provisioned yet are, before they are added.
// @see entra docs "On-demand provisioning in Microsoft Entra ID"
import type { DirectoryObjectType } from '../../../shared/simulator/directory.ts';
import { errorInformation } from '../../../shared/simulator/error-codes.ts';
import type {
  ObservedRequest,
  OnDemandOrder,
  OnDemandResult,
  OnDemandStep,
  OnDemandStepName,
} from '../../../shared/simulator/job-run.ts';
import type {
  ProvisioningObjectSummary,
  ProvisioningStep,
  ProvisioningStepType,
} from '../../../shared/simulator/provisioning-log.ts';
import { adviseOn } from '../engine/advise.ts';
import { mappingOf, type CycleContext } from '../engine/cycle-context.ts';
import { judgeEntitlement, scopingDetails } from '../engine/entitlement.ts';
import { importDetails } from '../engine/import-details.ts';
import type { Outcome } from '../engine/passage.ts';
import { probeTarget } from '../engine/probe-target.ts';
import { provisionObject } from '../engine/provision-object.ts';
import { nameOf, readSourceObject, type SourceObject } from '../engine/source-object.ts';
import { writeGroupMembers } from '../engine/write-members.ts';
import { writeUserReferences } from '../engine/write-references.ts';
import { observe } from './test-connection.ts';

/** Undefined: the directory does not have the object. */
export async function provisionOnDemand(
  context: CycleContext,
  order: OnDemandOrder,
): Promise<OnDemandResult | undefined> {
  const source = findSource(context, order.objectId);
  if (source === undefined) return undefined;
  const requests: ObservedRequest[] = [];
  const observed = withObserver(context, requests);
  const { objectType, object } = source;
  const identity = { objectId: object.objectId, objectType, displayName: nameOf(source) };
  const refused = await probeTarget({ ...observed, onExchange: () => undefined });
  if (refused !== undefined) {
    const errorInfo = {
      ...errorInformation(refused.errorCode, refused.reason),
      recommendedAction: adviseOn(refused, 'probe'),
    };
    const steps = [step('testConnection', 'failure', refused.reason), ...notReached()];
    return { ...identity, steps, errorInformation: errorInfo, summaries: [], requests };
  }
  const outcomes = await provisionAll(withoutRoles(observed), source, order.memberIds);
  const summaries = outcomes.flatMap(({ summary }) => summary ?? []);
  const main = summaries.find(({ sourceIdentity }) => sourceIdentity.id === object.objectId);
  return {
    ...identity,
    steps: [
      step('testConnection', 'success', 'The target answers.'),
      ...(main === undefined ? stepsOfLeaving(context, source) : stepsOf(main)),
    ],
    errorInformation: main?.provisioningStatusInfo.errorInformation ?? null,
    summaries,
    requests,
  };
}

function findSource(
  { directory, application }: CycleContext,
  objectId: string,
): SourceObject | undefined {
  const read = (objectType: DirectoryObjectType) =>
    readSourceObject(directory, application.id, { objectType, objectId });
  return read('User') ?? read('Group');
}

function withObserver(context: CycleContext, requests: ObservedRequest[]): CycleContext {
  const { client } = context;
  return {
    ...context,
    client: {
      ...client,
      send: (call, onExchange) =>
        client.send(call, (exchange) => {
          requests.push(observe(exchange));
          onExchange?.(exchange);
        }),
    },
  };
}

const ROLE_EXPRESSION = /\b(?:SingleAppRoleAssignment|(?:Assertive)?AppRoleAssignmentsComplex)\b/;

function withoutRoles(context: CycleContext): CycleContext {
  const { schema } = context;
  const attributeMappings = schema.users.attributeMappings.filter(
    ({ expression }) => expression === null || !ROLE_EXPRESSION.test(expression),
  );
  return { ...context, schema: { ...schema, users: { ...schema.users, attributeMappings } } };
}

async function provisionAll(
  context: CycleContext,
  { objectType, object: { objectId } }: SourceObject,
  memberIds: readonly string[],
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const keep = (outcome: Outcome | undefined) => {
    if (outcome !== undefined) outcomes.push(outcome);
  };
  if (objectType === 'User') {
    keep(await provisionObject(context, { objectType, objectId }));
    keep(await writeUserReferences(context, objectId));
    return outcomes;
  }
  const members = immediateMembers(context, objectId, memberIds);
  for (const memberId of members) {
    if (context.store.links.find(context.jobKey, memberId) !== undefined) continue;
    keep(await provisionObject(context, { objectType: 'User', objectId: memberId }));
  }
  keep(await provisionObject(context, { objectType, objectId }));
  if (context.references.members) keep(await writeGroupMembers(context, objectId, members));
  return outcomes;
}

function immediateMembers(
  { directory }: CycleContext,
  groupId: string,
  chosen: readonly string[],
): readonly string[] {
  const wanted = new Set(chosen);
  const found: string[] = [];
  let after: string | null = null;
  for (;;) {
    const page = directory.readMemberIds(groupId, after, 500);
    found.push(...page.filter((id) => wanted.has(id)));
    after = page.at(-1) ?? null;
    if (after === null || page.length < 500) return found;
  }
}

/** Which steps of the log each of the portal's is made of. */
const STEP_TYPES: readonly (readonly [OnDemandStepName, readonly ProvisioningStepType[]])[] = [
  ['importObject', ['import']],
  ['determineScope', ['scoping']],
  ['matchObject', ['matching']],
  ['performAction', ['processing', 'export', 'referenceResolution']],
];

/** Without a record there was nothing that on demand may do: it is to be disabled or deleted. */
function stepsOfLeaving(context: CycleContext, source: SourceObject): readonly OnDemandStep[] {
  const mapping = mappingOf(context, source.objectType);
  const entitlement = judgeEntitlement(source, { ...context, mapping });
  const { application } = context;
  const isSoftDeleted = entitlement.reason !== null;
  const read = importDetails(source, { application, mapping, isSoftDeleted });
  const wasRead = `${source.objectType} "${nameOf(source)}" was read from Microsoft Entra ID.`;
  const left = 'Provision on demand does not disable or delete: the next cycle does.';
  return [
    { ...step('importObject', 'success', wasRead), details: read },
    {
      ...step('determineScope', 'skipped', 'It is not in scope.'),
      details: scopingDetails(source, entitlement),
    },
    step('matchObject', null, ''),
    step('performAction', 'skipped', left),
  ];
}

function stepsOf(summary: ProvisioningObjectSummary): readonly OnDemandStep[] {
  return STEP_TYPES.map(([name, types]) => {
    const steps = summary.provisioningSteps.filter(({ provisioningStepType }) =>
      types.includes(provisioningStepType),
    );
    return combine(name, steps);
  });
}

function combine(name: OnDemandStepName, steps: readonly ProvisioningStep[]): OnDemandStep {
  const status = steps.find((each) => each.status !== 'success')?.status ?? steps.at(-1)?.status;
  const details = Object.assign(
    {},
    ...steps.map((each) => each.details),
  ) as OnDemandStep['details']; // of text alone
  return {
    name,
    status: status ?? null,
    description: steps.map(({ description }) => description).join(' '),
    details,
  };
}

function notReached(): [OnDemandStep, OnDemandStep, OnDemandStep, OnDemandStep] {
  return [
    step('importObject', null, ''),
    step('determineScope', null, ''),
    step('matchObject', null, ''),
    step('performAction', null, ''),
  ];
}

function step(
  name: OnDemandStepName,
  status: OnDemandStep['status'],
  description: string,
): OnDemandStep {
  return { name, status, description, details: {} };
}
