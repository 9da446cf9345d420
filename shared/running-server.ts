// How programs of the same user find the server that runs on a workspace: a file beside it, written when the server
// answers and taken away when it ends. It holds the key of the launch, so only its owner may read it, as the workspace.
import { z } from 'zod';

export const RUNNING_SERVER_FILE = 'running-server.json';

export const RunningServerFile = z.object({
  /** Of the server: a file that outlived it says nothing. */
  pid: z.int().min(1),
  adminUrl: z.url(),
  adminKey: z.string(),
});
export type RunningServerFile = z.infer<typeof RunningServerFile>;
