// What the form of Connectivity holds, out of a job as it is saved, and the target and credentials that it stands for.
import type { JobCredentials, JobSettings, JobTarget } from '../../../shared/simulator/job.ts';
import type { JobDetails } from '../../../shared/simulator/job-run.ts';
import { judgeRecipients, splitRecipients } from '../provisioning/recipients.ts';

export const SCIM_FLAG = 'aadOptscim062020';

export interface ConnectionDraft {
  readonly kind: 'tenant' | 'url';
  /** Slug of a tenant of this workspace. */
  readonly tenant: string;
  readonly flags: readonly string[];
  readonly url: string;
  readonly method: JobCredentials['type'];
  /** Of a tenant of ours: requests carry its own Secret Token. */
  readonly usesOwnToken: boolean;
  /** Empty: the one that is saved. */
  readonly secretToken: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  /** Empty: the one that is saved. */
  readonly clientSecret: string;
  readonly scope: string;
  readonly notifies: boolean;
  readonly recipients: string;
}

export function openDraft(job: JobDetails, tenantOnScreen: string): ConnectionDraft {
  const { target, credentials } = job;
  const { notification } = job.settings;
  const ofTenant = target !== null && 'tenant' in target ? target : undefined;
  const oauth = credentials?.type === 'oauth2ClientCredentials' ? credentials : undefined;
  return {
    kind: target !== null && 'url' in target ? 'url' : 'tenant',
    tenant: ofTenant?.tenant ?? tenantOnScreen,
    flags: ofTenant?.flags ?? [],
    url: target !== null && 'url' in target ? target.url : '',
    method: credentials?.type ?? 'bearer',
    usesOwnToken: savedSecret(job) === '',
    secretToken: '',
    tokenEndpoint: oauth?.tokenEndpoint ?? '',
    clientId: oauth?.clientId ?? '',
    clientSecret: '',
    scope: oauth?.scope ?? '',
    notifies: notification.enabled,
    recipients: notification.recipients.join(', '),
  };
}

/** Masked; empty where there is none. */
export function savedSecret({ credentials }: Pick<JobDetails, 'credentials'>): string {
  if (credentials === null) return '';
  return credentials.type === 'bearer' ? credentials.secretToken : credentials.clientSecret;
}

export function hasFlag({ kind, flags, url }: ConnectionDraft): boolean {
  const names = kind === 'tenant' ? flags : readFlags(url);
  return names.some((name) => name.toLowerCase() === SCIM_FLAG.toLowerCase());
}

/** Edits the Tenant URL: the flag is a query parameter without a value. */
export function setFlag(draft: ConnectionDraft, isOn: boolean): ConnectionDraft {
  const names = draft.kind === 'tenant' ? draft.flags : readFlags(draft.url);
  const others = names.filter((name) => name.toLowerCase() !== SCIM_FLAG.toLowerCase());
  const flags = isOn ? [...others, SCIM_FLAG] : others;
  if (draft.kind === 'tenant') return { ...draft, flags };
  return { ...draft, url: withFlags(draft.url.replace(/\?.*$/, ''), flags) };
}

function readFlags(url: string): readonly string[] {
  const [, query = ''] = url.split('?');
  return query.split('&').filter((part) => part !== '');
}

export function withFlags(url: string, flags: readonly string[]): string {
  return flags.length === 0 ? url : `${url}?${flags.join('&')}`;
}

export type DraftProblems = Partial<Record<keyof ConnectionDraft, string>>;

/** What is wrong with it, by field. */
export function judgeDraft(draft: ConnectionDraft, job: JobDetails): DraftProblems {
  const isOauth = draft.method === 'oauth2ClientCredentials';
  const hasSavedSecret = job.credentials?.type === draft.method && savedSecret(job) !== '';
  const recipients = judgeRecipients(draft.notifies, draft.recipients);
  return {
    ...(draft.kind === 'url' &&
      !isHttpUrl(draft.url) && {
        url: 'Enter the URL under which /Users is found, such as https://host/scim.',
      }),
    ...(draft.method === 'bearer' &&
      draft.kind === 'tenant' &&
      !draft.usesOwnToken &&
      draft.secretToken === '' &&
      !hasSavedSecret && { secretToken: "Enter a token, or use the tenant's own." }),
    ...(isOauth && !isHttpUrl(draft.tokenEndpoint) && { tokenEndpoint: 'Enter a URL.' }),
    ...(isOauth && draft.clientId === '' && { clientId: 'Enter the client identifier.' }),
    ...(isOauth &&
      draft.clientSecret === '' &&
      !hasSavedSecret && { clientSecret: 'Enter the client secret.' }),
    ...(recipients !== undefined && { recipients }),
  };
}

function isHttpUrl(text: string): boolean {
  return URL.canParse(text) && /^https?:/i.test(text);
}

/** Of a draft without problems. */
export function readTarget({ kind, tenant, flags, url }: ConnectionDraft): JobTarget {
  if (kind === 'url') return { url };
  return { tenant, ...(flags.length > 0 && { flags: [...flags] }) };
}

export function readCredentials(draft: ConnectionDraft, job: JobDetails): JobCredentials {
  const saved = job.credentials?.type === draft.method ? savedSecret(job) : '';
  if (draft.method === 'bearer') {
    const isOwn = draft.kind === 'tenant' && draft.usesOwnToken;
    return { type: 'bearer', secretToken: isOwn ? '' : draft.secretToken || saved };
  }
  const { tokenEndpoint, clientId, clientSecret, scope } = draft;
  const type = 'oauth2ClientCredentials';
  return { type, tokenEndpoint, clientId, clientSecret: clientSecret || saved, scope };
}

export function readNotification(draft: ConnectionDraft): JobSettings['notification'] {
  return { enabled: draft.notifies, recipients: splitRecipients(draft.recipients) };
}
