// Sends one mail through a real mail server. The socket is ours, so that one deadline holds for all of it, greeting and
// every answer included: a server that hangs, or sends a byte now and then, holds nobody up.
import { connect, type Socket } from 'node:net';
import { createTransport } from 'nodemailer';
import type { Mail } from '../../../shared/simulator/mail.ts';
import type { MailSetting } from '../../../shared/simulator/mail-setting.ts';
import { writeMailHtml, writeMailText, type MailPlace } from './mail-text.ts';

export interface MailServer extends MailSetting {
  readonly password: string;
}

interface SendOptions extends MailPlace {
  readonly timeoutMs: number;
  /** Ends it at once. */
  readonly signal: AbortSignal;
}

/** Resolves once the server has taken it; rejects with an error whose message says why it has not. */
export async function sendMail(
  mail: Pick<Mail, 'recipients' | 'subject' | 'body'>,
  server: MailServer,
  options: SendOptions,
): Promise<void> {
  const deadline = AbortSignal.timeout(options.timeoutMs);
  const end = AbortSignal.any([deadline, options.signal]);
  const transport = createTransport({
    host: server.host,
    port: server.port,
    secure: server.security === 'tls',
    requireTLS: server.security === 'starttls',
    ignoreTLS: server.security === 'none',
    ...(server.user !== '' && { auth: { user: server.user, pass: server.password } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket(
      _options: unknown,
      done: (error: Error | null, made?: { connection: Socket }) => void,
    ) {
      openSocket(server, end, done);
    },
  });
  try {
    await transport.sendMail({
      from: { name: 'Entra provisioning simulator', address: server.from },
      to: [...mail.recipients],
      subject: mail.subject,
      text: writeMailText(mail, options),
      html: writeMailHtml(mail, options),
    });
  } catch (error) {
    throw new Error(explain(error, { server, isLate: deadline.aborted, ...options }), {
      cause: error,
    });
  } finally {
    transport.close();
  }
}

function openSocket(
  { host, port }: MailServer,
  end: AbortSignal,
  done: (error: Error | null, made?: { connection: Socket }) => void,
): void {
  const socket = connect({ host, port, signal: end });
  function fail(error: Error): void {
    done(error);
  }
  socket.once('error', fail);
  socket.once('connect', () => {
    socket.off('error', fail);
    done(null, { connection: socket });
  });
}

interface Failure {
  readonly server: MailServer;
  readonly isLate: boolean;
  readonly timeoutMs: number;
}

function explain(error: unknown, { server, isLate, timeoutMs }: Failure): string {
  const place = `${server.host}:${server.port}`;
  if (isLate) return `${place} did not finish within ${timeoutMs / 1000} seconds.`;
  const reason = error instanceof Error ? error.message : String(error);
  return `${place}: ${reason}`;
}
