// A certificate and key of the user's own, from two PEM files: read, and looked at closely enough that what is accepted
// also serves. Whatever is wrong is one sentence that names the file.
import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { createSecureContext } from 'node:tls';
import { isSystemError } from '../../base/system-error.ts';
import { startError } from '../start-error.ts';
import type { IssuedCertificate } from './local-authority.ts';

export interface OwnCertificateFiles {
  /** Path of a PEM file: the server's certificate first, then those that it was issued by. */
  readonly certificate: string;
  /** Path of a PEM file. */
  readonly key: string;
  /** Of the key; undefined where it has none. */
  readonly passphrase: string | undefined;
}

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Rejects with a StartError. */
export function readOwnCertificate(files: OwnCertificateFiles, now: Date): IssuedCertificate {
  const chain = readChain(files.certificate);
  const leaf = parseCertificate(chain[0] ?? '', files.certificate);
  refuseOutdated(leaf, files.certificate, now);
  const key = readKey(files);
  if (!leaf.checkPrivateKey(key)) {
    throw startError(
      `${files.key} is not the key of the certificate in ${files.certificate}: choose the key that the certificate was made for.`,
    );
  }
  const issued = {
    certificate: chain.join('\n'),
    privateKey: String(key.export({ type: 'pkcs8', format: 'pem' })),
  };
  refuseUnusable(issued, files);
  return issued;
}

function readChain(file: string): readonly string[] {
  const chain = readText(file, 'certificate').match(CERTIFICATES);
  if (chain === null) {
    throw startError(`${file} has no certificate in PEM: it must have a line "BEGIN CERTIFICATE".`);
  }
  return chain;
}

function readText(file: string, what: 'certificate' | 'key'): string {
  if (!isAbsolute(file)) {
    const given = file === '' ? 'it is missing' : `"${file}" is a part of one`;
    throw startError(`The file of the ${what} needs its whole path; ${given}.`);
  }
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw startError(`${file} cannot be read: ${describeFileProblem(error)}.`, error);
  }
}

const FILE_PROBLEMS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'this user may not read it',
  EPERM: 'this user may not read it',
  EISDIR: 'it is a folder',
};

function describeFileProblem(error: unknown): string {
  return (isSystemError(error) && FILE_PROBLEMS[error.code]) || 'the system refuses it';
}

function parseCertificate(pem: string, file: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (error) {
    throw startError(`The first certificate of ${file} is damaged: it is no X.509.`, error);
  }
}

function refuseOutdated(leaf: X509Certificate, file: string, now: Date): void {
  const day = (date: Date) => date.toISOString().slice(0, 10);
  if (leaf.validToDate < now) {
    throw startError(`The certificate in ${file} has expired on ${day(leaf.validToDate)}.`);
  }
  if (leaf.validFromDate > now) {
    throw startError(`The certificate in ${file} is valid from ${day(leaf.validFromDate)} only.`);
  }
}

function readKey({ key: file, passphrase }: OwnCertificateFiles): KeyObject {
  const pem = readText(file, 'key');
  if (!/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(pem)) {
    throw startError(`${file} has no private key in PEM: it must have a line "BEGIN PRIVATE KEY".`);
  }
  const isEncrypted = /BEGIN ENCRYPTED PRIVATE KEY|^Proc-Type: 4,ENCRYPTED/m.test(pem);
  if (isEncrypted && passphrase === undefined) {
    throw startError(`The key in ${file} is encrypted: give its passphrase too.`);
  }
  try {
    return createPrivateKey({ key: pem, ...(isEncrypted && { passphrase }) });
  } catch (error) {
    const reason = isEncrypted ? 'the passphrase does not open it' : 'it is damaged';
    throw startError(`The key in ${file} cannot be read: ${reason}.`, error);
  }
}

/** What OpenSSL refuses to serve with, such as a key that is too short. */
function refuseUnusable(issued: IssuedCertificate, { certificate }: OwnCertificateFiles): void {
  try {
    createSecureContext({ cert: issued.certificate, key: issued.privateKey });
  } catch (error) {
    const reason = error instanceof Error && 'reason' in error ? String(error.reason) : 'unknown';
    throw startError(`TLS cannot be served with ${certificate}: ${reason}.`, error);
  }
}
