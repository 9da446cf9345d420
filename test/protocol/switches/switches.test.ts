// Every switch of a profile does what its table says: each position is seen over HTTP, and no two positions of a switch
// look the same everywhere.
import { strict as assert } from 'node:assert';
import { after, before, describe, test } from 'node:test';
import { switchList, type Switch, type SwitchName } from '../../../shared/scim/profile/switches.ts';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { answerCases } from './answer-cases.ts';
import { capabilityCases } from './capability-cases.ts';
import { limitCases, transportCases } from './limit-cases.ts';
import { openClient } from './open-client.ts';
import { pathCases, uniquenessCases } from './path-cases.ts';
import { readingCases } from './reading-cases.ts';
import type { SwitchCase } from './switch-case.ts';

const CASES: readonly SwitchCase[] = [
  ...readingCases,
  ...pathCases,
  ...uniquenessCases,
  ...answerCases,
  ...capabilityCases,
  ...limitCases,
  ...transportCases,
];

describe('every switch', () => {
  let server: TestTenant;
  before(async () => (server = await startTenant()));
  after(() => server.close());

  for (const one of CASES) {
    for (const [position, expected] of Object.entries(one.expected)) {
      test(`${one.name} ${position}: ${one.claim}`, async () => {
        const value = readPosition(one.name, position);
        const client = await openClient(server, { ...one.profile, [one.name]: value });

        assert.deepEqual(await one.observe(client), expected);
      });
    }
  }

  test('has a claim for each of its positions', () => {
    const missing = switchList.filter(
      (one) => !positionsOf(one).every((position) => hasClaim(one.name, position)),
    );

    assert.deepEqual(
      missing.map(({ name }) => name),
      [],
    );
  });

  test('makes a difference', () => {
    const idle = CASES.filter(({ expected }) => {
      const seen = Object.values(expected).map((value) => JSON.stringify(value));
      return new Set(seen).size < 2;
    });

    assert.deepEqual(
      idle.map(({ name }) => name),
      [],
    );
  });
});

function hasClaim(name: SwitchName, position: string): boolean {
  return CASES.some((one) => one.name === name && Object.hasOwn(one.expected, position));
}

/** Of a number, those that its case has chosen: two at least. */
function positionsOf(one: Switch): readonly string[] {
  if (one.kind === 'boolean') return ['true', 'false'];
  if (one.kind === 'choice') return one.choices.map(({ value }) => value);
  const chosen = CASES.find(({ name }) => name === one.name);
  const positions = Object.keys(chosen?.expected ?? {});
  return positions.length < 2 ? ['two values'] : positions;
}

function readPosition(name: SwitchName, position: string): boolean | number | string {
  const kind = switchList.find((one) => one.name === name)?.kind;
  if (kind === 'boolean') return position === 'true';
  return kind === 'integer' ? Number(position) : position;
}
