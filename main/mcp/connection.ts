// The server behind the tools: one that runs already, found anew when it has been started again meanwhile, or one of its
// own whose workspace is memory.
import {
  createAdminClient,
  isAdminApiError,
  type AdminAccess,
  type AdminClient,
} from '../client/admin-client.ts';
import { findServer, type ServerHint } from '../client/find-server.ts';
import { startServer } from '../client/start-server.ts';

export interface Connection {
  /** Works with the server; once more with the one that is found instead, where it is gone. */
  readonly use: <Result>(work: (client: AdminClient) => Promise<Result>) => Promise<Result>;
  /** Whether the server was started for these tools and ends with them. */
  readonly isOwn: boolean;
  readonly close: () => Promise<void>;
}

export async function openOwnServer(): Promise<Connection> {
  const server = await startServer();
  return { use: (work) => work(server.admin), isOwn: true, close: server.close };
}

export function openRunningServer(hint: ServerHint, first: AdminAccess): Connection {
  let access = first;

  async function use<Result>(work: (client: AdminClient) => Promise<Result>): Promise<Result> {
    try {
      return await work(createAdminClient(access));
    } catch (error) {
      if (!isGone(error)) throw error;
      const found = findServer(hint);
      if (found.kind === 'missing') throw new Error(found.reason, { cause: error });
      if (found.access.adminKey === access.adminKey) throw error;
      access = found.access;
      return work(createAdminClient(access));
    }
  }

  return { use, isOwn: false, close: async () => undefined };
}

/** A server that is started anew has another key, and perhaps another port. */
function isGone(error: unknown): boolean {
  return isAdminApiError(error) && (error.code === 'offline' || error.code === 'unauthorized');
}
