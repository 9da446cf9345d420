// Mails of the provisioning service: kept, sent through a real mail server, tried again, never lost.
import { strict as assert } from 'node:assert';
import { describe, test, type TestContext } from 'node:test';
import { createFeed } from '../../../main/base/feed.ts';
import { createLogger } from '../../../main/base/logger.ts';
import { createPostOffice } from '../../../main/simulator/report/post-office.ts';
import { writeMail, type MailNotice } from '../../../main/simulator/report/write-mail.ts';
import { openStore } from '../../../main/store/open-store.ts';
import type { Mail } from '../../../shared/simulator/mail.ts';
import type { MailSettingChange } from '../../../shared/simulator/mail-setting.ts';
import { startMailServer, startSilentServer } from '../../support/mail-server.ts';
import { createMovableClock } from '../../support/movable-clock.ts';

const QUARANTINE: MailNotice = {
  kind: 'quarantine',
  applicationId: 'app-1',
  applicationName: 'Velpic <b>&</b> Söhne',
  directoryName: 'Contoso',
  jobId: 'scim.1',
  recipients: ['admin@contoso.test', 'second@contoso.test'],
  at: '2026-01-05T10:00:00.000Z',
  reason: 'EncounteredQuarantineException',
  error: {
    code: 'SystemForCrossDomainIdentityManagementInvalidCredentials',
    message: 'The token was refused.',
  },
  began: '2026-01-05T10:00:00.000Z',
  nextAttempt: '2026-01-05T16:00:00.000Z',
};

describe('Mails of the provisioning service', () => {
  test('are only kept where no mail server is configured', async (t) => {
    const { store, kept } = openOffice(t);

    const mail = await kept(QUARANTINE);

    assert.deepEqual([mail.delivery, mail.attempts, mail.isRead], ['kept', 0, false]);
    assert.equal(store.mailbox.countUnread('app-1'), 1);
    assert.equal(store.mailbox.countUnread('other'), 0);
  });

  test('arrive as text and HTML, signed in with the password, markup of names made harmless', async (t) => {
    const server = await startMailServer(t, { user: 'sim', password: 'geheim' });
    const { configure, kept, reached } = openOffice(t);
    configure({ port: server.port, user: 'sim', password: 'geheim' });

    const mail = await reached(await kept(QUARANTINE), 'sent');

    assert.deepEqual([mail.attempts, mail.lastError, mail.nextAttempt], [1, null, null]);
    const [arrived] = server.received;
    assert.deepEqual(
      [server.received.length, arrived?.from, arrived?.to],
      [1, 'simulator@contoso.test', ['admin@contoso.test', 'second@contoso.test']],
    );
    const text = decode(arrived?.raw ?? '');
    assert.match(text, /^Reason: EncounteredQuarantineException$/m);
    assert.match(text, /^Application: Velpic <b>&<\/b> Söhne$/m);
    assert.match(text, /^Directory: Contoso$/m);
    assert.match(text, /http:\/\/ui\.test\/#\/entra\/overview\?application=app-1/);
    assert.match(text, /<td>Velpic &lt;b&gt;&amp;&lt;\/b&gt; Söhne<\/td>/);
    assert.doesNotMatch(text, /geheim|<td>Velpic <b>/);
  });

  test('that a server refuses say why, and are tried again until they arrive', async (t) => {
    let refusal: string | undefined = 'Mailbox is full';
    const server = await startMailServer(t, { refuse: () => refusal });
    const { clock, configure, kept, reached, office } = openOffice(t);
    configure({ port: server.port });

    const refused = await reached(await kept(QUARANTINE), 'waiting', 1);

    assert.match(refused.lastError ?? '', /127\.0\.0\.1:\d+: .*Mailbox is full/);
    assert.equal(refused.nextAttempt, '2026-03-01T12:01:00.000Z');
    refusal = undefined;
    clock.moveMinutes(1);
    office.open({ uiUrl: 'http://ui.test' }); // looks at the clock again
    const sent = await reached(refused, 'sent');
    assert.deepEqual([sent.attempts, sent.lastError, server.received.length], [2, null, 1]);
  });

  test('that never arrive are given up after a day, and can be sent again by hand', async (t) => {
    let refusal: string | undefined = 'No such user';
    const server = await startMailServer(t, { refuse: () => refusal });
    const { clock, configure, kept, reached, office } = openOffice(t);
    configure({ port: server.port });

    let mail = await reached(await kept(QUARANTINE), 'waiting', 1);
    while (mail.delivery === 'waiting') {
      const { attempts } = mail;
      clock.moveMinutes(1_080);
      office.open({ uiUrl: 'http://ui.test' });
      mail = await reached(mail, attempts < 6 ? 'waiting' : 'failed', attempts + 1);
    }

    assert.deepEqual([mail.attempts, mail.nextAttempt], [7, null]);
    refusal = undefined;
    office.send(mail.id);
    assert.equal((await reached(mail, 'sent')).lastError, null);
  });

  test('are not held up by a server that hangs, nor is the end of the app', async (t) => {
    const { port } = await startSilentServer(t);
    const { configure, kept, reached, office, store } = openOffice(t, 200);
    configure({ port });

    const late = await reached(await kept(QUARANTINE), 'waiting', 1);
    assert.match(late.lastError ?? '', /did not finish within 0\.2 seconds/);

    const patient = openOffice(t, 600_000);
    patient.configure({ port });
    const waiting = await patient.kept(QUARANTINE);
    await patient.office.close();
    assert.deepEqual(
      [patient.store.mailbox.find(waiting.id)?.delivery, store.mailbox.list('app-1').length],
      ['waiting', 1],
    );
    await office.close();
  });

  test('go to nobody where the server cannot be reached, and say so', async (t) => {
    const { configure, kept, reached } = openOffice(t);
    configure({ port: 1 });

    const mail = await reached(await kept(QUARANTINE), 'waiting', 1);

    assert.match(mail.lastError ?? '', /127\.0\.0\.1:1: .*ECONNREFUSED/);
  });
});

describe('What a mail says', () => {
  const { reason: _, error: _error, began, nextAttempt: _next, ...subject } = QUARANTINE;

  const cases: readonly [MailNotice, RegExp, RegExp][] = [
    [QUARANTINE, /is in quarantine$/, /does not accept the credentials/],
    [
      { ...QUARANTINE, kind: 'quarantine-reason-changed', reason: 'TooManyDeletes' },
      /for another reason$/,
      /more users and groups would have been removed/i,
    ],
    [
      { ...subject, kind: 'delete-threshold', threshold: 500, deletions: 731 },
      /would remove 731/,
      /more than the 500/,
    ],
    [
      { ...subject, kind: 'job-disabled', began, reason: 'Unknown' },
      /has been disabled$/,
      /28 days/,
    ],
  ];
  for (const [notice, title, sentence] of cases) {
    test(`${notice.kind}: application, directory, job, a link and what to do`, () => {
      const { subject: line, body, kind, recipients } = writeMail(notice);

      assert.match(line, title);
      assert.match(body.paragraphs.join('\n'), sentence);
      const facts = Object.fromEntries(body.facts.map(({ name, value }) => [name, value]));
      assert.deepEqual(
        [facts['Application'], facts['Directory'], facts['Job ID'], kind, recipients.length],
        ['Velpic <b>&</b> Söhne', 'Contoso', 'scim.1', notice.kind, 2],
      );
      assert.match(body.link?.to ?? '', /^\/entra\/(overview|logs)\?application=app-1$/);
    });
  }
});

test('the password of a mail server goes to no other server and to no other user', (t) => {
  const { store } = openOffice(t);
  const { mailSettings } = store;
  const { password, ...setting } = settingOf({ port: 25, user: 'sim', password: 'geheim' });
  mailSettings.change({ ...setting, ...(password !== undefined && { password }) });

  assert.doesNotMatch(JSON.stringify(mailSettings.read()), /geheim/);
  mailSettings.change({ ...setting, port: 587 });
  assert.equal(mailSettings.readPassword(), 'geheim');
  assert.equal(mailSettings.change({ ...setting, host: 'mail.evil.test' }).hasPassword, false);
  assert.equal(mailSettings.readPassword(), '');
});

type Server = Pick<MailSettingChange, 'port'> & Partial<MailSettingChange>;

function settingOf(server: Server): MailSettingChange {
  return {
    host: '127.0.0.1',
    security: 'none',
    user: '',
    from: 'simulator@contoso.test',
    ...server,
  };
}

function openOffice(t: TestContext, timeoutMs = 20_000) {
  const clock = createMovableClock();
  const store = openStore({ dataDir: ':memory:', clock });
  const feed = createFeed({ boot: 'test' });
  const logger = createLogger({ format: 'plain', now: clock.now, write: () => undefined });
  const office = createPostOffice({ store, clock, feed, logger, timeoutMs });
  office.open({ uiUrl: 'http://ui.test' });
  t.after(async () => {
    await office.close();
    store.close();
  });

  /** Resolves once the office has heard of it. */
  function kept(notice: MailNotice): Promise<Mail> {
    return new Promise((resolve) => {
      const end = feed.subscribe(undefined, {
        onEvent(event) {
          if (event.type !== 'mail-kept') return;
          end();
          const mail = store.mailbox.find(event.data.id);
          if (mail !== undefined) resolve(mail);
        },
        onEnd: () => undefined,
      });
      store.transaction(() => store.mailbox.keep(writeMail(notice)));
    });
  }

  /** Resolves once it stands so; at once where it does already. */
  function reached({ id }: Mail, delivery: Mail['delivery'], attempts?: number): Promise<Mail> {
    return new Promise((resolve) => {
      const end = feed.subscribe(undefined, { onEvent: look, onEnd: () => undefined });
      look();
      function look(): void {
        const mail = store.mailbox.find(id);
        if (mail?.delivery !== delivery) return;
        if (attempts !== undefined && mail.attempts !== attempts) return;
        end();
        resolve(mail);
      }
    });
  }

  return {
    store,
    clock,
    office,
    kept,
    reached,
    configure: (server: Server) => store.mailSettings.change(settingOf(server)),
  };
}

/** Of quoted-printable. */
function decode(raw: string): string {
  const bytes = raw
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replaceAll('\r\n', '\n');
}
