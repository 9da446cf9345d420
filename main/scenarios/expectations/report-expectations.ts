// What there is to be seen in the provisioning log, the audit log and the mailbox of the application.
import type { ExpectationOf } from '../../../shared/scenario/expectations.ts';
import type { ProvisioningObjectSummary } from '../../../shared/simulator/provisioning-log.ts';
import { countLater, readLogSince } from '../read-reports.ts';
import type { Seen, World } from '../world.ts';
import { isTimes } from './tenant-expectations.ts';

export async function seeLog(expected: ExpectationOf<'log'>, world: World): Promise<Seen> {
  const { names, marks } = world;
  const { object, times, since } = expected;
  const ids = object === undefined ? undefined : names.known(object);
  const rows = await readLogSince(marks[since].logEntry, world);
  const about = rows.filter(({ sourceId }) => ids === undefined || ids.includes(sourceId));
  const rough = about.filter(
    ({ provisioningAction, status, errorCode }) =>
      isOrOpen(expected.action, provisioningAction) &&
      isOrOpen(expected.status, status) &&
      isOrOpen(expected.errorCode, errorCode),
  );
  const { skipReason, says } = expected;
  const needsEntries = skipReason !== undefined || says !== undefined;
  const matching = needsEntries ? await narrow(rough, expected, world) : rough;
  const outcomes = about.map(({ provisioningAction, status, errorCode }) =>
    [provisioningAction, status, errorCode ?? ''].join(' ').trim(),
  );
  return {
    passed: isTimes(matching.length, times),
    seen: `${matching.length} of these; in all: ${summarise(outcomes)}`,
  };
}

function isOrOpen(wanted: string | undefined, actual: string | null): boolean {
  return wanted === undefined || wanted === actual;
}

async function narrow(
  rows: readonly { readonly id: string }[],
  { skipReason, says }: ExpectationOf<'log'>,
  { client, application }: World,
) {
  const kept: ProvisioningObjectSummary[] = [];
  for (const { id } of rows) {
    const { entry } = await client.call('getProvisioningLog', { params: { application, id } });
    const texts = entry.provisioningSteps.flatMap((step) => [
      step.description,
      ...Object.entries(step.details).flat(),
    ]);
    const error = entry.provisioningStatusInfo.errorInformation;
    const all = [...texts, error?.reason ?? '', error?.additionalDetails ?? '']
      .join('\n')
      .toLowerCase();
    const isKept = [skipReason, says].every(
      (wanted) => wanted === undefined || all.includes(wanted.toLowerCase()),
    );
    if (isKept) kept.push(entry);
  }
  return kept;
}

/** `create success ×3, disable success`. */
function summarise(outcomes: readonly string[]): string {
  const counted = Map.groupBy(outcomes, (outcome) => outcome);
  const parts = [...counted].map(([outcome, { length }]) =>
    length === 1 ? outcome : `${outcome} ×${length}`,
  );
  return parts.join(', ') || 'none';
}

export async function seeMail(
  { says, times, since }: ExpectationOf<'mail'>,
  world: World,
): Promise<Seen> {
  const { client, application, marks } = world;
  const { mails } = await client.call('listMails', { params: { application } });
  const later = mails.slice(0, countLater(mails, marks[since].mail));
  const matching = later.filter(({ subject, body }) => {
    const text = [subject, ...body.paragraphs, ...body.facts.map(({ value }) => value)].join('\n');
    return says === undefined || text.toLowerCase().includes(says.toLowerCase());
  });
  const subjects = later.map(({ subject }) => `"${subject}"`).join(', ');
  return {
    passed: isTimes(matching.length, times),
    seen: `${matching.length} of these; in all: ${subjects || 'none'}`,
  };
}

export async function seeAudit(
  { activity, since }: ExpectationOf<'audit'>,
  world: World,
): Promise<Seen> {
  const { client, application, marks } = world;
  const { entries } = await client.call('listAuditLogs', { params: { application }, query: {} });
  const later = entries.slice(0, countLater(entries, marks[since].audit));
  const passed = later.some((entry) =>
    entry.activity.toLowerCase().includes(activity.toLowerCase()),
  );
  return { passed, seen: later.map((entry) => entry.activity).join(', ') || 'no entry' };
}
