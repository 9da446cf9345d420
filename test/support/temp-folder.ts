// A folder of a test's own, gone when it has ended.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';

export function tempFolder(context: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'scim-mock-test-'));
  context.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
