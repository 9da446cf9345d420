// Mails of the provisioning service, and what became of sending them.
import type { Database } from 'better-sqlite3';
import { MailBody, type Mail, type NewMail } from '../../../shared/simulator/mail.ts';
import { readJson } from '../stored-json.ts';

export type MailboxStore = ReturnType<typeof createMailboxStore>;

/** What an attempt to send a mail came to. Instants are of the wall clock. */
export type DeliveryOutcome =
  | { readonly kind: 'sent'; readonly at: string }
  /** Without another attempt it is given up. */
  | { readonly kind: 'failed'; readonly error: string; readonly nextAttempt: string | null };

export function createMailboxStore(db: Database) {
  const statements = prepareStatements(db);
  const listeners: ((mail: Mail) => void)[] = [];

  function find(id: string): Mail | undefined {
    const row = statements.find.get(id);
    return row && toMail(row);
  }

  /** It waits to be sent as soon as somebody says that it is to be (`queue`). */
  function keep(mail: NewMail): Mail {
    const id = statements.insert.get({
      ...mail,
      recipients: JSON.stringify(mail.recipients),
      body: JSON.stringify(mail.body),
    });
    const kept = find(id ?? '');
    if (kept === undefined) throw new Error('A mail that was just kept is not there');
    for (const listener of listeners) listener(kept);
    return kept;
  }

  return {
    keep,
    find,
    /** Called after each `keep`, in its transaction still. */
    onKept: (listener: (mail: Mail) => void) => void listeners.push(listener),
    list: (applicationId: string): readonly Mail[] =>
      statements.list.all(applicationId).map(toMail),
    countUnread: (applicationId: string): number => statements.countUnread.get(applicationId) ?? 0,
    mark: (id: string, isRead: boolean) => void statements.mark.run({ id, isRead: Number(isRead) }),
    remove: (id: string): boolean => statements.remove.run(id).changes > 0,
    /** To be sent at `at` of the wall clock. */
    queue: (id: string, at: string) => void statements.queue.run({ id, at }),
    /** Those whose time to be sent has come, the longest waiting first. */
    due: (at: string): readonly Mail[] => statements.due.all(at).map(toMail),
    /** When the next one is to be sent. */
    nextDue: (): string | null => statements.nextDue.get() ?? null,
    noteDelivery: (id: string, outcome: DeliveryOutcome) =>
      void statements.noteDelivery.run({ id, ...describe(outcome) }),
  };
}

type MailRow = Omit<Mail, 'recipients' | 'body' | 'isRead'> & {
  readonly recipients: string;
  readonly body: string;
  readonly isRead: number;
};

const COLUMNS = `
  id, at, application_id as applicationId, kind, recipients, subject, body, is_read as isRead,
  delivery, attempts, next_attempt as nextAttempt, sent_at as sentAt, last_error as lastError`;

function prepareStatements(db: Database) {
  return {
    insert: db
      .prepare<[object], string>(
        `
        insert into mailbox (at, application_id, kind, recipients, subject, body)
        values (:at, :applicationId, :kind, :recipients, :subject, :body)
        returning id`,
      )
      .pluck(),
    find: db.prepare<[string], MailRow>(`select ${COLUMNS} from mailbox where id = ?`),
    list: db.prepare<[string], MailRow>(`
      select ${COLUMNS} from mailbox
      where application_id = ? or application_id is null
      order by seq desc`),
    countUnread: db
      .prepare<[string], number>(
        `
        select count(*) from mailbox
        where (application_id = ? or application_id is null) and is_read = 0`,
      )
      .pluck(),
    mark: db.prepare<[object]>('update mailbox set is_read = :isRead where id = :id'),
    remove: db.prepare<[string]>('delete from mailbox where id = ?'),
    queue: db.prepare<[object]>(`
      update mailbox set delivery = 'waiting', next_attempt = :at where id = :id`),
    due: db.prepare<[string], MailRow>(`
      select ${COLUMNS} from mailbox
      where delivery = 'waiting' and next_attempt <= ?
      order by next_attempt, seq`),
    nextDue: db
      .prepare<[], string | null>(
        `
        select min(next_attempt) from mailbox where delivery = 'waiting'`,
      )
      .pluck(),
    noteDelivery: db.prepare<[object]>(`
      update mailbox
      set delivery = :delivery, attempts = attempts + 1, next_attempt = :nextAttempt,
        sent_at = :sentAt, last_error = :lastError
      where id = :id`),
  };
}

function describe(outcome: DeliveryOutcome) {
  if (outcome.kind === 'sent') {
    return { delivery: 'sent', nextAttempt: null, sentAt: outcome.at, lastError: null };
  }
  const { error, nextAttempt } = outcome;
  const delivery = nextAttempt === null ? 'failed' : 'waiting';
  return { delivery, nextAttempt, sentAt: null, lastError: error };
}

function toMail({ recipients, body, isRead, ...row }: MailRow): Mail {
  return {
    ...row,
    recipients: readJson(recipients) as string[], // as it was written
    body: MailBody.parse(readJson(body)),
    isRead: isRead === 1,
  };
}
