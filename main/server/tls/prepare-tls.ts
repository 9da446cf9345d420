// What the SCIM listener is to show its clients, made or read before anything is opened or closed.
import { X509Certificate } from 'node:crypto';
import type { CertificateFacts, TlsMode } from '../../../shared/admin/tls.ts';
import type { Clock } from '../../base/clock.ts';
import type { NewId } from '../../base/ids.ts';
import type { ListenTls } from '../listen.ts';
import { issueServerCertificate, type AuthorityStore } from './local-authority.ts';
import { readOwnCertificate } from './own-certificate.ts';

export interface TlsWanted {
  readonly mode: TlsMode;
  readonly certificateFile: string;
  readonly keyFile: string;
  readonly passphrase: string | undefined;
  /** Address that the listener is bound to. */
  readonly host: string;
}

export interface ServedTls extends ListenTls {
  /** In PEM: whoever trusts this verifies the listener, now and after it was renewed. */
  readonly trusted: string;
  /** In PEM: the server's certificate alone. */
  readonly own: string;
  readonly validTo: Date;
}

export interface TlsSources {
  readonly authorities: AuthorityStore;
  readonly clock: Pick<Clock, 'now'>;
  readonly newId: NewId;
}

/** Undefined: plain HTTP. Rejects with a StartError, whose sentence names file and reason. */
export async function prepareTls(
  { mode, certificateFile, keyFile, passphrase, host }: TlsWanted,
  { authorities, clock, newId }: TlsSources,
): Promise<ServedTls | undefined> {
  if (mode === 'off') return undefined;
  const now = clock.now();
  if (mode === 'own-certificate') {
    const files = { certificate: certificateFile, key: keyFile, passphrase };
    const given = readOwnCertificate(files, now);
    const { own, validTo } = readFirst(given.certificate);
    return { ...given, own, validTo, trusted: own };
  }
  const authority = await authorities.open();
  const issued = await issueServerCertificate(authority, { now, newId, host });
  return { ...issued, ...readFirst(issued.certificate), trusted: authority.certificate };
}

/** The server's own is the first of its chain. */
function readFirst(chain: string): Pick<ServedTls, 'own' | 'validTo'> {
  const first = new X509Certificate(chain);
  return { own: first.toString(), validTo: first.validToDate };
}

export function describeCertificate(pem: string): CertificateFacts {
  const { subject, issuer, subjectAltName, validFromDate, validToDate, fingerprint256 } =
    new X509Certificate(pem);
  return {
    subject: nameOf(subject),
    issuer: nameOf(issuer),
    names: (subjectAltName ?? '')
      .split(', ')
      .filter((name) => name !== '')
      .map((name) => name.replace(/^(?:DNS|IP Address):/, '').replace(/^0:0:0:0:0:0:0:1$/, '::1')),
    validFrom: validFromDate.toISOString(),
    validTo: validToDate.toISOString(),
    fingerprint: fingerprint256,
  };
}

/** The common name, else the whole of it in one line. */
function nameOf(distinguishedName: string): string {
  return /^CN=(.*)$/m.exec(distinguishedName)?.[1] ?? distinguishedName.replaceAll('\n', ', ');
}
