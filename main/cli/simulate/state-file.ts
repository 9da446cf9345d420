// What a run leaves for the next: the workspace in one file, which holds the directory, the links and the watermark. It is put in
// its place whole or not at all, and only its owner may read it, because it holds the token too.
import { chmodSync, copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const WORKSPACE_FILE = 'workspace.db';

export interface StateFolder {
  /** For the server to open. */
  readonly dataDir: string;
  /** Whether an earlier run has left something. */
  readonly isResumed: boolean;
  /** Call when the server has closed the workspace. */
  readonly save: () => void;
  readonly remove: () => void;
}

/** Without a file, what is there is thrown away at the end. */
export function openStateFolder(file: string | undefined): StateFolder {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'scim-simulate-'));
  const workspace = path.join(dataDir, WORKSPACE_FILE);
  const isResumed = file !== undefined && existsSync(file);
  if (isResumed) copyFileSync(file, workspace);
  return {
    dataDir,
    isResumed,
    save() {
      if (file === undefined) return;
      const beside = `${file}.new`;
      copyFileSync(workspace, beside);
      chmodSync(beside, 0o600);
      renameSync(beside, file);
    },
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
