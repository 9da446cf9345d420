// What there is to be seen of how the job is set: its settings and its attribute mappings.
import type { ExpectationOf } from '../../../shared/scenario/expectations.ts';
import { isJsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import type { Seen, World } from '../world.ts';

export async function seeSettings(
  { settings }: ExpectationOf<'settings'>,
  { client, application }: World,
): Promise<Seen> {
  const job = await client.call('getProvisioningJob', { params: { application } });
  const actual: Readonly<Record<string, JsonValue>> = job.settings;
  const names = Object.keys(settings);
  const shown = names.map((name) => `${name} ${JSON.stringify(actual[name] ?? null)}`);
  return { passed: holds(actual, settings), seen: shown.join('; ') };
}

/** Whether all that is wanted is there; of objects only the members that are named. */
function holds(actual: JsonValue | undefined, wanted: JsonValue): boolean {
  if (!isJsonObject(wanted)) return JSON.stringify(actual) === JSON.stringify(wanted);
  return (
    isJsonObject(actual) &&
    Object.entries(wanted).every(([name, each]) => holds(actual[name], each))
  );
}

export async function seeMapping(
  { object, target, source, matchingPrecedence }: ExpectationOf<'mapping'>,
  { client, application }: World,
): Promise<Seen> {
  const schema = await client.call('getJobSchema', { params: { application } });
  const mapping = schema[object].attributeMappings.find((each) => each.target === target);
  if (mapping === undefined) return { passed: false, seen: `No mapping has the target ${target}` };
  const from = mapping.source ?? mapping.constant ?? mapping.expression ?? 'nothing';
  const precedence = mapping.matchingPrecedence;
  return {
    passed:
      (source === undefined || source === from) &&
      (matchingPrecedence === undefined || matchingPrecedence === precedence),
    seen: `from ${from}, ${precedence === null ? 'not matching' : `matching precedence ${precedence}`}`,
  };
}
