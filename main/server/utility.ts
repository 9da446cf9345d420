// The server under the desktop shell: in an Electron utility process (process.parentPort), or as a child of a Node
// executable (process.send). Same messages either way, see shared/server-messages.ts.
// The server itself is imported when it is to start: an addon that cannot be loaded is then a `failed`, and not a
// process that ends without a word.
import { type FromServer, ToServer } from '../../shared/server-messages.ts';
import type { ServerOptions } from '../../shared/server-options.ts';
import { systemClock } from '../base/clock.ts';
import { createLogger } from '../base/logger.ts';
import { openChannel } from './channel.ts';
import { runtimeName } from './runtime-name.ts';
import { describeStartFailure } from './start-error.ts';
import type { RunningServer } from './start-server.ts';

process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

// What comes from the terminal (Ctrl+C goes to the whole process group) is the shell's to decide.
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => undefined);
process.on('SIGTERM', () => void shutDown());

const logger = createLogger({
  format: 'plain',
  now: systemClock.now,
  write: (line) => void process.stderr.write(line),
});

let starting: Promise<RunningServer | undefined> | undefined;

const channel = openChannel({ onMessage: receive, onGone: () => void shutDown() });
post({ type: 'hello', runtime: runtimeName() });

function receive(raw: unknown): void {
  const message = ToServer.parse(raw);
  switch (message.type) {
    case 'start':
      starting ??= start(message.options);
      return;
    case 'shutdown':
      void shutDown();
  }
}

async function start(options: ServerOptions): Promise<RunningServer | undefined> {
  try {
    const { startServer } = await import('./start-server.ts');
    const server = await startServer(options, {
      logger,
      onKeyRotated: (ready) => post({ type: 'ready', ready }),
    });
    post({ type: 'ready', ready: server.ready });
    return server;
  } catch (error) {
    logger.error('The server could not be started', { error });
    post({ type: 'failed', message: describeStartFailure(error) });
    return undefined;
  }
}

async function shutDown(): Promise<void> {
  const server = await starting;
  await server?.close();
  process.exit(0);
}

function post(message: FromServer): void {
  channel.post(message);
}
