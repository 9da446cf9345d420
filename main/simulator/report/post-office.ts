// Sends kept mails where a mail server is configured, one after the other. What fails is tried again for a day and then
// given up; the mail itself stays in the mailbox, with what it failed with.
import type { Clock } from '../../base/clock.ts';
import type { Feed } from '../../base/feed.ts';
import type { Logger } from '../../base/logger.ts';
import type { Store } from '../../store/open-store.ts';
import type { Mail } from '../../../shared/simulator/mail.ts';
import type { MailPlace } from './mail-text.ts';
import { sendMail } from './send-mail.ts';

export interface PostOffice {
  /** From now on mails are sent, those that waited first. */
  readonly open: (place: MailPlace) => void;
  /** The mail is sent again, whatever became of it before. Nothing happens where no mail server is configured. */
  readonly send: (id: string) => void;
  /** Sends this one now, and resolves when it has arrived or not: what the mail then says. */
  readonly sendNow: (mail: Mail) => Promise<Mail>;
  readonly close: () => Promise<void>;
}

interface PostOfficeParts {
  readonly store: Pick<Store, 'mailbox' | 'mailSettings'>;
  readonly clock: Clock;
  readonly feed: Feed;
  readonly logger: Logger;
  readonly timeoutMs?: number;
}

/** Pauses after the first attempt, the second and so on; after the last one it is given up. */
const PAUSES_MINUTES = [1, 5, 30, 120, 360, 1_080] as const;

const TIMEOUT_MS = 20_000;

/** The wall clock may be set, or the machine asleep: look at least so often. */
const LOOK_AGAIN_MS = 30_000;

export function createPostOffice(parts: PostOfficeParts): PostOffice {
  const { store, clock, feed, logger } = parts;
  const { mailbox, mailSettings } = store;
  const closing = new AbortController();
  const { signal } = closing;
  let round: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;
  let place: MailPlace | undefined;
  const attempt = createAttempt(parts, { signal, uiUrl: () => place?.uiUrl ?? '' });
  const isConfigured = () => mailSettings.read().host !== '';

  mailbox.onKept(({ id }) => setImmediate(noteKept, id)); // its transaction has ended by then, one way or the other

  function noteKept(id: string): void {
    const mail = signal.aborted ? undefined : mailbox.find(id);
    if (mail === undefined) return;
    const { applicationId, subject } = mail;
    feed.publish({ type: 'mail-kept', data: { id, applicationId, subject } });
    if (mail.kind !== 'test') send(id);
  }

  function send(id: string): void {
    const mail = mailbox.find(id);
    if (mail === undefined || mail.recipients.length === 0 || !isConfigured()) return;
    mailbox.queue(id, clock.now().toISOString());
    announceChange(parts, id);
    work();
  }

  /** After what is under way. */
  function work(): void {
    round = round.then(sendDue).catch((error: unknown) => {
      if (!signal.aborted) logger.error('Mails could not be sent', { error });
    });
    void round.then(plan);
  }

  function plan(): void {
    clearTimeout(timer);
    if (signal.aborted || place === undefined) return;
    const next = isConfigured() ? mailbox.nextDue() : null;
    const pause = next === null ? LOOK_AGAIN_MS : Date.parse(next) - clock.now().getTime();
    timer = setTimeout(work, Math.min(Math.max(pause, 0), LOOK_AGAIN_MS));
    timer.unref();
  }

  async function sendDue(): Promise<void> {
    if (place === undefined || !isConfigured()) return;
    for (const mail of mailbox.due(clock.now().toISOString())) {
      if (!signal.aborted) await attempt(mail);
    }
  }

  return {
    open(opened) {
      place = opened;
      plan();
    },
    send,
    sendNow: attempt,
    async close() {
      closing.abort();
      clearTimeout(timer);
      await round;
    },
  };
}

interface Surroundings {
  readonly signal: AbortSignal;
  readonly uiUrl: () => string;
}

/** One attempt to send a mail: resolves to the mail with what became of it. */
function createAttempt(parts: PostOfficeParts, { signal, uiUrl }: Surroundings) {
  const { store, clock, logger, timeoutMs = TIMEOUT_MS } = parts;
  const { mailbox, mailSettings } = store;

  return async function attempt(mail: Mail): Promise<Mail> {
    const error = await trySending(mail);
    // Cut off by the end of the server: it still waits, and is sent at the next start.
    if (signal.aborted && error !== null) return mail;
    const at = clock.now();
    mailbox.noteDelivery(
      mail.id,
      error === null
        ? { kind: 'sent', at: at.toISOString() }
        : { kind: 'failed', error, nextAttempt: nextAttempt(mail, at) },
    );
    announceChange(parts, mail.id);
    return mailbox.find(mail.id) ?? mail;
  };

  async function trySending(mail: Mail): Promise<string | null> {
    const server = { ...mailSettings.read(), password: mailSettings.readPassword() };
    try {
      await sendMail(mail, server, { uiUrl: uiUrl(), timeoutMs, signal });
      return null;
    } catch (error) {
      logger.warn('A mail could not be sent', { mail: mail.id, error });
      return error instanceof Error ? error.message : String(error);
    }
  }
}

function announceChange(
  { store, feed }: Pick<PostOfficeParts, 'store' | 'feed'>,
  id: string,
): void {
  const mail = store.mailbox.find(id);
  if (mail === undefined) return;
  feed.publish({ type: 'mail-changed', data: { id, applicationId: mail.applicationId } });
}

/** Null: enough. A test mail is not tried again. */
function nextAttempt({ kind, attempts }: Mail, at: Date): string | null {
  const minutes = kind === 'test' ? undefined : PAUSES_MINUTES[attempts];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * 60_000).toISOString();
}
