// An expectation in a sentence: what there is to be seen.
import { countOf } from '../count-of.ts';
import type { ExpectationName, ExpectationOf, ScenarioExpectation, Times } from './expectations.ts';

export function describeExpectation(expectation: ScenarioExpectation): string {
  // The sentence is that of this very kind; TypeScript cannot follow that through a generic index.
  const describe = SENTENCES[expectation.see] as (expectation: ScenarioExpectation) => string;
  return describe(expectation);
}

/** `no mail`, `one mail`, `3 mails`, `at least 3 mails`. */
function describeTimes(times: Times, one: string, many: string): string {
  const [least, count] = typeof times === 'number' ? ['', times] : ['at least ', times.atLeast];
  if (count === 0) return `no ${one}`;
  return `${least}${count === 1 ? 'one' : count} ${count === 1 ? one : many}`;
}

const COUNTED = {
  users: { one: 'user', many: 'users' },
  activeUsers: { one: 'active user', many: 'active users' },
  groups: { one: 'group', many: 'groups' },
  memberships: { one: 'membership', many: 'memberships' },
} as const;

const SENTENCES: {
  readonly [Name in ExpectationName]: (expectation: ExpectationOf<Name>) => string;
} = {
  count: ({ of, is }) => `The tenant has ${describeTimes(is, COUNTED[of].one, COUNTED[of].many)}`,
  user: ({ user, is, attributes }) =>
    is === 'absent'
      ? `The tenant has no user ${user}`
      : `The tenant has the user ${user}${withAttributes(attributes)}`,
  group({ group, is, members, memberCount, attributes }) {
    if (is === 'absent') return `The tenant has no group ${group}`;
    const whom = members === undefined ? '' : ` with the members ${members.join(', ') || 'none'}`;
    const many = memberCount === undefined ? '' : ` with ${countOf(memberCount, 'member')}`;
    return `The tenant has the group ${group}${whom}${many}${withAttributes(attributes)}`;
  },
  log({ object, action, status, errorCode, skipReason, says, times }) {
    const facts = [action, status, errorCode, skipReason, says && `saying "${says}"`];
    const about = object === undefined ? '' : ` about ${object}`;
    const entries = describeTimes(times, 'entry', 'entries');
    return `The provisioning log has ${entries}${about}${withFacts(facts)}`;
  },
  cycle({ type, state, outcomes = {}, requests }) {
    const counts = Object.entries(outcomes).map(([name, count]) => `${name} ${count}`);
    const sent =
      requests === undefined ? undefined : describeTimes(requests, 'request', 'requests');
    return `The last cycle was ${listFacts([type, state, ...counts, sent])}`;
  },
  job({ code, schedule, quarantine, linkedUsers, linkedGroups }) {
    const facts = [
      code,
      schedule === undefined ? undefined : `schedule ${schedule}`,
      quarantine === undefined ? undefined : `quarantine ${quarantine ?? 'none'}`,
      linkedUsers === undefined ? undefined : `${countOf(linkedUsers, 'user')} linked`,
      linkedGroups === undefined ? undefined : `${countOf(linkedGroups, 'group')} linked`,
    ];
    return `The job is ${listFacts(facts)}`;
  },
  settings: ({ settings }) => `The job is set to ${JSON.stringify(settings)}`,
  mapping({ object, target, source, matchingPrecedence }) {
    const match =
      matchingPrecedence == null ? undefined : `matching precedence ${matchingPrecedence}`;
    return `The mapping of ${object} has ${listFacts([target, source && `from ${source}`, match])}`;
  },
  mail: ({ says, times }) =>
    `The mailbox has ${describeTimes(times, 'mail', 'mails')}${says === undefined ? '' : ` that says "${says}"`}`,
  requests({ method, path, operation, status, body, times }) {
    const shape = body === undefined ? undefined : `with ${JSON.stringify(body)}`;
    const facts = [
      method,
      path,
      operation,
      shape,
      status === undefined ? undefined : `answered with ${status}`,
    ];
    return `The tenant received ${describeTimes(times, 'request', 'requests')}${withFacts(facts)}`;
  },
  answer({ status, succeeded, says, discovered }) {
    const facts = [
      status === undefined ? undefined : `status ${status}`,
      succeeded === undefined ? undefined : succeeded ? 'success' : 'failure',
      says === undefined ? undefined : `"${says}"`,
      discovered && Object.entries(discovered).map(([kind, count]) => `${count} ${kind}`),
    ];
    return `The answer has ${listFacts(facts.flat())}`;
  },
  audit: ({ activity }) => `The audit log has "${activity}"`,
};

function withAttributes(attributes: Readonly<Record<string, unknown>>): string {
  const parts = Object.entries(attributes).map(([path, value]) =>
    value === null ? `no ${path}` : `${path} ${JSON.stringify(value)}`,
  );
  return parts.length === 0 ? '' : `, ${parts.join(', ')}`;
}

function withFacts(facts: readonly (string | undefined)[]): string {
  const listed = listFacts(facts);
  return listed === '' ? '' : `: ${listed}`;
}

function listFacts(facts: readonly (string | undefined)[]): string {
  return facts.filter((fact) => fact !== undefined && fact !== '').join(', ');
}
