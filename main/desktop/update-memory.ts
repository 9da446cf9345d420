// What this machine has decided about updates, whatever workspace is open.
import path from 'node:path';
import { z } from 'zod';
import { openJsonFile, type JsonFile } from './json-file.ts';

const UpdateMemory = z.object({
  /** The version that nobody wants to hear of. */
  skipped: z.string(),
  /** Addresses of the settings from which updates may be installed. */
  agreed: z.array(z.string()),
});
export type UpdateMemory = z.infer<typeof UpdateMemory>;

export function openUpdateMemory(folder: string): JsonFile<UpdateMemory> {
  return openJsonFile(path.join(folder, 'updates.json'), UpdateMemory, { skipped: '', agreed: [] });
}
