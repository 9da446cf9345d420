// The server in a terminal, CI or a container. stdout belongs to the reader: one JSON line with --json, a few readable
// lines without; everything else goes to stderr. SIGINT and SIGTERM drain and exit 0, a later one exits at once.
// What keeps the server from starting is one sentence and exit code 2.
import type { ReadyEvent } from '../../shared/server-options.ts';
import { systemClock } from '../base/clock.ts';
import { createLogger, type Logger } from '../base/logger.ts';
import { openInBrowser } from './open-in-browser.ts';
import { readOptions, type CommandLine } from './options.ts';
import { describeStartFailure } from './start-error.ts';
import { startServer, type RunningServer } from './start-server.ts';

const EXIT_CANNOT_START = 2;
/** Ctrl+C reaches the whole process group, and npm passes it on again: what comes this soon is the same wish. */
const SAME_SIGNAL_MS = 1_000;

// A reader that has gone away, such as `| head -1`, is no reason to stop serving.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<void> {
  const read = readOptions(args);
  switch (read.kind) {
    case 'help':
      return print(read.text);
    case 'wrong':
      return refuse(read.message);
    case 'start':
      return serve(read.commandLine);
  }
}

async function serve({ options, json, open }: CommandLine): Promise<void> {
  const logger = createLogger({
    format: json ? 'json' : 'plain',
    now: systemClock.now,
    write: (line) => void process.stderr.write(line),
  });
  try {
    const server = await startServer(options, { logger });
    stopOnSignals(server, logger);
    print(json ? JSON.stringify(server.ready) : describeReady(server.ready));
    if (open) openInBrowser(server.ready.uiUrl, logger);
  } catch (error) {
    refuse(describeStartFailure(error));
  }
}

function stopOnSignals(server: RunningServer, logger: Logger): void {
  let firstAt: number | undefined;
  async function stop(): Promise<void> {
    const at = systemClock.monotonicMs();
    if (firstAt !== undefined) {
      if (at - firstAt > SAME_SIGNAL_MS) process.exit(1);
      return;
    }
    firstAt = at;
    logger.info('Stopping: open requests are answered first');
    await server.close();
    process.exit(0);
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void stop());
}

function describeReady({ scimUrl, token, uiUrl }: ReadyEvent): string {
  return [
    '',
    `  Tenant URL    ${scimUrl}`,
    `  Secret Token  ${token}`,
    `  Open the UI   ${uiUrl}`,
    '',
    '  Press Ctrl+C to stop.',
    '',
  ].join('\n');
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function refuse(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
  process.exitCode = EXIT_CANNOT_START;
}
