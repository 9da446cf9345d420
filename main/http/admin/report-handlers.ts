// What the provisioning service reports about an application. @see shared/simulator/report-routes.ts
import type { Mail } from '../../../shared/simulator/mail.ts';
import type { ProvisioningLogFilter } from '../../../shared/simulator/provisioning-log-pages.ts';
import { writeTestMail } from '../../simulator/report/write-mail.ts';
import { adminFailure } from './admin-failure.ts';
import type { AdminAppDependencies } from './dependencies.ts';
import type { AdminHandlers } from './mount-routes.ts';

export function reportHandlers(dependencies: AdminAppDependencies) {
  const { store } = dependencies;
  const { requireApplication } = store.directory;

  /** `applicationId` is null where all applications are asked for. */
  function describeEntry(applicationId: string | null, id: string, filter: ProvisioningLogFilter) {
    const entry = store.provisioningLog.find(applicationId, id);
    if (entry === undefined) throw adminFailure('not-found', `There is no log entry "${id}".`);
    const recorded = entry.requests.flatMap(({ clientRequestId }) =>
      store.syncJobs.recordedRequests
        .find(clientRequestId)
        .map((request) => ({ ...request, clientRequestId })),
    );
    return { entry, ...store.provisioningLog.neighbours(applicationId, id, filter), recorded };
  }

  return {
    listProvisioningLogs: ({ params, query }) =>
      store.provisioningLog.page(requireApplication(params.application).id, query),
    getProvisioningLog({ params: { application, id }, query }) {
      requireApplication(application);
      return describeEntry(application, id, query);
    },
    getProvisioningInsights: ({ params, query }) =>
      store.provisioningLog.insights(requireApplication(params.application).id, query),
    listAllProvisioningLogs: ({ query }) => store.provisioningLog.page(null, query),
    getAnyProvisioningLog: ({ params, query }) => describeEntry(null, params.id, query),
    getAllProvisioningInsights: ({ query }) => store.provisioningLog.insights(null, query),
    findProvisioningLogOfRequest({ params: { id } }) {
      const request = store.requestLog.get(id);
      if (request === undefined) throw adminFailure('not-found', `There is no request ${id}.`);
      const clientId = request.clientRequestId;
      const entry = clientId === null ? undefined : store.provisioningLog.findByRequest(clientId);
      return { entry: entry ?? null };
    },
    findRecordedRequests: ({ params: { clientRequestId } }) => ({
      requests: [...store.syncJobs.recordedRequests.find(clientRequestId)],
    }),
    listAuditLogs({ params, query: { after = null, limit } }) {
      const applicationId = requireApplication(params.application).id;
      const found = store.auditLog.read({ applicationId, after, limit: limit + 1 });
      const entries = found.slice(0, limit);
      return { entries, next: found.length > limit ? (entries.at(-1)?.id ?? null) : null };
    },
    ...mailHandlers(dependencies),
  } satisfies Partial<AdminHandlers>;
}

function mailHandlers({ store, feed, virtualClock, postOffice }: AdminAppDependencies) {
  const { mailbox, mailSettings } = store;
  const { requireApplication } = store.directory;

  function requireMail({ application, id }: { application: string; id: string }): Mail {
    requireApplication(application);
    const mail = mailbox.find(id);
    const isHere = mail?.applicationId === null || mail?.applicationId === application;
    if (mail === undefined || !isHere) throw adminFailure('not-found', `There is no mail "${id}".`);
    return mail;
  }

  function announce({ id, applicationId }: Mail): void {
    feed.publish({ type: 'mail-changed', data: { id, applicationId } });
  }

  function requireServer(): void {
    if (mailSettings.read().host !== '') return;
    throw adminFailure('conflict', 'No mail server is configured: enter one, then send.');
  }

  return {
    listMails({ params }) {
      const { id } = requireApplication(params.application);
      return { mails: [...mailbox.list(id)], unread: mailbox.countUnread(id) };
    },
    getMail: ({ params }) => requireMail(params),
    markMail({ params, body: { isRead } }) {
      const mail = requireMail(params);
      mailbox.mark(mail.id, isRead);
      announce(mail);
      return requireMail(params);
    },
    deleteMail({ params }) {
      const mail = requireMail(params);
      mailbox.remove(mail.id);
      announce(mail);
      return {};
    },
    sendMail({ params }) {
      const { id, recipients } = requireMail(params);
      requireServer();
      if (recipients.length === 0) {
        throw adminFailure(
          'conflict',
          'The mail has no recipient: no notification e-mail was set.',
        );
      }
      postOffice.send(id);
      return requireMail(params);
    },
    getMailSetting: () => mailSettings.read(),
    changeMailSetting: ({ body }) => mailSettings.change(body),
    sendTestMail({ body: { recipient } }) {
      requireServer();
      const mail = mailbox.keep(writeTestMail(recipient, virtualClock.now().toISOString()));
      return postOffice.sendNow(mail);
    },
  } satisfies Partial<AdminHandlers>;
}
