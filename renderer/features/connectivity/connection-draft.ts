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
  const { notification } = job.settings;
  return {
    ...openTarget(job.target, tenantOnScreen),
    ...openOauth(job.credentials),
    method: job.credentials?.type ?? 'bearer',
    usesOwnToken: savedSecret(job) === '',
    secretToken: '',
    clientSecret: '',
    notifies: notification.enabled,
    recipients: notification.recipients.join(', '),
  };
}

type TargetDraft = Pick<ConnectionDraft, 'kind' | 'tenant' | 'flags' | 'url'>;

function openTarget(target: JobTarget | null, tenantOnScreen: string): TargetDraft {
  if (target === null) return { kind: 'tenant', tenant: tenantOnScreen, flags: [], url: '' };
  if ('url' in target) return { kind: 'url', tenant: tenantOnScreen, flags: [], url: target.url };
  return { kind: 'tenant', tenant: target.tenant, flags: target.flags ?? [], url: '' };
}

type OauthDraft = Pick<ConnectionDraft, 'tokenEndpoint' | 'clientId' | 'scope'>;

function openOauth(credentials: JobCredentials | null): OauthDraft {
  if (credentials?.type !== 'oauth2ClientCredentials') {
    return { tokenEndpoint: '', clientId: '', scope: '' };
  }
  const { tokenEndpoint, clientId, scope } = credentials;
  return { tokenEndpoint, clientId, scope };
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

type DraftProblems = Partial<Record<keyof ConnectionDraft, string>>;

/** What is wrong with it, by field. */
export function judgeDraft(draft: ConnectionDraft, job: JobDetails): DraftProblems {
  const hasSaved = job.credentials?.type === draft.method && savedSecret(job) !== '';
  const recipients = judgeRecipients(draft.notifies, draft.recipients);
  return {
    ...(draft.kind === 'url' &&
      !isHttpUrl(draft.url) && {
        url: 'Enter the URL under which /Users is found, such as https://host/scim.',
      }),
    ...(draft.method === 'bearer' ? judgeToken(draft, hasSaved) : judgeOauth(draft, hasSaved)),
    ...(recipients !== undefined && { recipients }),
  };
}

/** A stranger's target may be asked without a token. */
function judgeToken(draft: ConnectionDraft, hasSaved: boolean): DraftProblems {
  const isGiven = draft.kind === 'url' || draft.usesOwnToken || hasSaved;
  if (isGiven || draft.secretToken !== '') return {};
  return { secretToken: "Enter a token, or use the tenant's own." };
}

function judgeOauth(draft: ConnectionDraft, hasSaved: boolean): DraftProblems {
  return {
    ...(!isHttpUrl(draft.tokenEndpoint) && {
      tokenEndpoint: 'Enter the URL where tokens are given out.',
    }),
    ...(draft.clientId === '' && { clientId: 'Enter the client identifier.' }),
    ...(draft.clientSecret === '' && !hasSaved && { clientSecret: 'Enter the client secret.' }),
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

/** Whether it means another target than the one that is saved, whatever the flags. */
export function leadsElsewhere(saved: JobTarget, draft: ConnectionDraft): boolean {
  if ('tenant' in saved) return draft.kind !== 'tenant' || draft.tenant !== saved.tenant;
  return draft.kind !== 'url' || withoutQuery(draft.url) !== withoutQuery(saved.url);
}

function withoutQuery(url: string): string {
  return url.replace(/\?.*$/, '').replace(/\/+$/, '');
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

/** Of the parts of the form. */
export interface DraftProps {
  readonly draft: ConnectionDraft;
  readonly problems: DraftProblems;
  readonly onChange: (change: Partial<ConnectionDraft>) => void;
}
