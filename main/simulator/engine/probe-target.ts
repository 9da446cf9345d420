// The probes that open every activity, and are all that *Test Connection* is: a value that nothing has, of the first
// matching attribute of users and, where groups are provisioned, of groups. The right answer is an empty ListResponse.
import { probe } from '../client/read-requests.ts';
import type { OnExchange, ScimClient } from '../client/scim-client.ts';
import { INCOMPATIBLE, type TargetFailure } from '../client/scim-outcome.ts';
import type { NewId } from '../../base/ids.ts';
import type { ObjectMapping, SynchronizationSchema } from '../../../shared/simulator/mapping.ts';
import { askList } from './query-target.ts';

export interface ProbeOrder {
  readonly client: ScimClient;
  readonly schema: SynchronizationSchema;
  readonly newId: NewId;
  readonly onExchange: OnExchange;
}

/** Undefined: all answers were right. */
export async function probeTarget({
  client,
  schema,
  newId,
  onExchange,
}: ProbeOrder): Promise<TargetFailure | undefined> {
  const mappings = [schema.users, ...(schema.groups.enabled ? [schema.groups] : [])];
  for (const mapping of mappings) {
    const attribute = firstMatchingAttribute(mapping);
    const call = probe(mapping.objectType, attribute, newId());
    const result = await askList({ client, onExchange }, call);
    if (result.kind === 'failed') return result.failure;
    if (result.kind !== 'none') return notEmpty(call.path, attribute);
  }
  return undefined;
}

function firstMatchingAttribute({ attributeMappings, objectType }: ObjectMapping): string {
  const [first] = attributeMappings
    .filter(({ matchingPrecedence }) => matchingPrecedence !== null)
    .toSorted((left, right) => (left.matchingPrecedence ?? 0) - (right.matchingPrecedence ?? 0));
  return first?.target ?? (objectType === 'User' ? 'userName' : 'displayName');
}

function notEmpty(path: string, attribute: string): TargetFailure {
  const reason = `The target found resources in ${path} whose ${attribute} is a value that nothing has: it ignores the filter.`;
  return { errorCode: INCOMPATIBLE, reason, status: 200 };
}
