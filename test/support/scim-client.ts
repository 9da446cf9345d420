// A SCIM client in a process of its own: sends the requests that its parent gives it, many at once, as soon as the
// parent says so, and tells their statuses. Started by `startClient`.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { z } from 'zod';
import { sendRequest } from './send-request.ts';

const Request = z.object({ method: z.string(), url: z.string(), body: z.string() });
type Request = z.infer<typeof Request>;

const Job = z.object({ token: z.string(), requests: z.array(Request) });
type Job = z.infer<typeof Job>;

const Statuses = z.array(z.int());

export interface ScimClient {
  /** Sends the requests; resolves with their statuses, in order. */
  readonly send: (job: Job) => Promise<readonly number[]>;
  readonly close: () => void;
}

/** Resolves when the process is ready to send. */
export async function startClient(): Promise<ScimClient> {
  const child = fork(import.meta.filename, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  await once(child, 'message');
  return {
    async send(job) {
      const answered = once(child, 'message');
      child.send(job);
      const [statuses] = await answered;
      return Statuses.parse(statuses);
    },
    close: () => child.disconnect(),
  };
}

async function run(job: Job): Promise<readonly number[]> {
  const { token, requests } = job;
  const answers = requests.map(({ method, url, body }) =>
    sendRequest({
      method,
      url,
      body,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/scim+json' },
    }),
  );
  return (await Promise.all(answers)).map(({ status }) => status);
}

if (process.argv[1] === import.meta.filename) {
  process.on('message', (job) => void run(Job.parse(job)).then((told) => process.send?.(told)));
  process.send?.('ready');
}
