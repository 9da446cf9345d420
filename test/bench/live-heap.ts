// What a Node process really holds: the JavaScript heap right after a collection that its inspector was asked for. Its
// resident set says less, for it grows with the garbage that V8 has not yet seen a reason to collect.
import { once } from 'node:events';
import { createServer } from 'node:net';
import { z } from 'zod';

export interface LiveHeap {
  /** Megabytes (10^6 bytes). */
  readonly measure: () => Promise<number>;
  readonly close: () => void;
}

const Targets = z.tuple([z.object({ webSocketDebuggerUrl: z.string() })]);
const Answer = z.object({
  id: z.number(),
  result: z.looseObject({ usedSize: z.number().optional() }),
});

/** A port for `--inspect=127.0.0.1:PORT`, free at the moment. */
export async function findFreePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('A TCP port was expected');
  return address.port;
}

/** Of a process that was started with `--inspect` at this port. */
export async function attachToHeap(port: number): Promise<LiveHeap> {
  const [target] = Targets.parse(await (await fetch(`http://127.0.0.1:${port}/json/list`)).json());
  const socket = new WebSocket(target.webSocketDebuggerUrl);
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve());
    socket.addEventListener('error', () => reject(new Error('The inspector does not answer')));
  });
  let lastId = 0;

  function ask(method: string): Promise<number | undefined> {
    const id = ++lastId;
    const answered = new Promise<number | undefined>((resolve) => {
      socket.addEventListener('message', function read({ data }) {
        const answer = Answer.safeParse(JSON.parse(String(data)));
        if (!answer.success || answer.data.id !== id) return;
        socket.removeEventListener('message', read);
        resolve(answer.data.result.usedSize);
      });
    });
    socket.send(JSON.stringify({ id, method }));
    return answered;
  }

  return {
    async measure() {
      await ask('HeapProfiler.collectGarbage');
      return ((await ask('Runtime.getHeapUsage')) ?? Number.NaN) / 1e6;
    },
    close: () => socket.close(),
  };
}
