// A mail server that keeps what it is sent, refuses it, or never says a word. Real SMTP on a free port.
import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What closes it at the end of a test. */
interface Ending {
  readonly after: (close: () => unknown) => void;
}

export interface ReceivedMail {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came over the wire. */
  readonly raw: string;
}

export interface MailServerOptions {
  /** Signing in is asked for with these. */
  readonly user?: string;
  readonly password?: string;
  /** What recipients are refused with while it returns a text. */
  readonly refuse?: () => string | undefined;
}

export async function startMailServer(context: Ending, options: MailServerOptions = {}) {
  const received: ReceivedMail[] = [];
  const server = new SMTPServer({
    authOptional: options.user === undefined,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      const isRight = username === options.user && password === options.password;
      done(
        isRight ? null : new Error('Wrong user or password'),
        isRight ? { user: username } : undefined,
      );
    },
    onRcptTo(_address, _session, done) {
      const refusal = options.refuse?.();
      done(refusal === undefined ? null : new Error(refusal));
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          raw: Buffer.concat(chunks).toString(),
        });
        done();
      });
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  context.after(() => new Promise<void>((resolve) => server.close(resolve)));
  const { port } = server.server.address() as AddressInfo; // of a TCP server
  return { port, received };
}

/** Takes connections and never greets. */
export async function startSilentServer(context: Ending): Promise<{ readonly port: number }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on('error', () => undefined)));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // of a TCP server
  return { port };
}
