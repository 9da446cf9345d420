// Stories that were recorded, played again: headless on a server of their own, or where they were recorded.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { readScenario } from '../../main/scenarios/read-scenario.ts';
import type { Job } from '../../shared/admin/transfer.ts';
import type { RecordedStory } from '../../shared/scenario/scenario-recorder.ts';
import type { Scenario } from '../../shared/scenario/scenario.ts';
import type { TestTenant } from './start-tenant.ts';

const CLI = path.resolve(import.meta.dirname, '..', '..', 'main', 'scenarios', 'cli.ts');

export function newFolder(t: TestContext): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'scim-recorder-'));
  t.after(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** Headless, on a server of its own. */
export async function playAlone(text: string, t: TestContext): Promise<string> {
  const file = path.join(newFolder(t), 'story.yaml');
  writeFileSync(file, text);
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, file], (error, _stdout, stderr) => {
      resolve(`${error === null ? 0 : String(error.code)}\n${stderr}`);
    });
  });
}

/** On the server where it was recorded: the outcome, or what was not as expected. */
export async function playHere(story: RecordedStory, server: TestTenant): Promise<string> {
  const { fileName, text } = story;
  const body = { scenario: { file: { fileName, text } } };
  const { id } = await server.admin('startScenarioRun', { body });
  for (;;) {
    const run = await server.admin('getScenarioRun', { params: { id } });
    if (run.state !== 'ended') {
      await sleep(20);
      continue;
    }
    if (run.outcome === 'passed') return 'passed';
    const steps = run.steps.filter(({ state }) => state === 'failed' || state === 'broken');
    return JSON.stringify({ problem: run.problem, steps }, null, 1);
  }
}

export async function endOf({ id }: Job, server: TestTenant): Promise<void> {
  while ((await server.admin('getJob', { params: { id } })).state === 'running') await sleep(20);
}

export function readStory(text: string): Scenario {
  const result = readScenario(text, 'story.yaml');
  assert.ok(result.kind === 'read', result.kind === 'wrong' ? result.message : '');
  return result.scenario;
}

/** A tenant that nobody uses, and an application that has never run. */
export async function setUpApplication(server: TestTenant) {
  await server.admin('putSimulatorClock', { body: { mode: 'step' } });
  const { connection } = await server.admin('setUpTenant', { body: { slug: 'target' } });
  const { id: application } = await server.admin('createApplication', {
    body: { displayName: 'Payroll' },
  });
  return { connection, params: { application } };
}
