// The provisioning log of a cycle as files: JSON, and CSV in the three files that Entra downloads.
import { createWriteStream, mkdirSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { LOG_FILE_NAMES, LogFilePart } from '../../../shared/simulator/log-files.ts';
import type { AdminClient } from '../../client/admin-client.ts';

export async function writeLogs(
  client: AdminClient,
  { application, cycleId }: { readonly application: string; readonly cycleId: string },
  folder: string,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  async function write(name: string, query: Readonly<Record<string, string>>): Promise<void> {
    const answer = await client.stream('exportProvisioningLogs', {
      params: { application },
      query: { ...query, cycleId },
    });
    if (answer.body !== null) {
      await pipeline(answer.body, createWriteStream(path.join(folder, name)));
    }
  }
  await write(`${LOG_FILE_NAMES.logs}.json`, { format: 'json' });
  for (const part of LogFilePart.options) {
    await write(`${LOG_FILE_NAMES[part]}.csv`, { format: 'csv', part });
  }
}
