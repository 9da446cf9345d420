// The certificate authority of this workspace: made when it is first needed, kept beside the database (never in it, so
// no snapshot and no export has it), the key readable by its owner only. It may vouch for this machine, for addresses of
// private networks and for names that no public site can have, so that whoever steals its key gains no website by it.
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  X509Certificate,
  type KeyObject,
} from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, networkInterfaces } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../base/clock.ts';
import type { NewId } from '../../base/ids.ts';
import { isSystemError } from '../../base/system-error.ts';
import { isStartError, startError } from '../start-error.ts';
import type { CertificateNames, CertificateOrder } from './write-certificate.ts';

export interface Authority {
  /** In PEM. */
  readonly certificate: string;
  readonly privateKey: KeyObject;
}

export interface IssuedCertificate {
  readonly certificate: string;
  readonly privateKey: string;
}

export interface AuthorityStore {
  /** Undefined as long as none was needed. */
  readonly find: () => Authority | undefined;
  /** The one that is there and valid, else a new one. */
  readonly open: () => Promise<Authority>;
  /** Whoever trusts the one before has to trust this one anew. */
  readonly renew: () => Promise<Authority>;
  readonly remove: () => void;
  /** Path of its certificate; null in memory. */
  readonly file: string | null;
}

/** In the data folder. */
export const TLS_FOLDER = 'tls';

const DAY_MS = 24 * 60 * 60 * 1000;
const AUTHORITY_DAYS = 3_650;

/** Browsers and systems refuse more than 398 days, Apple's counts the first day too. */
const SERVER_DAYS = 397;

/** Clocks of containers and virtual machines are behind now and then. */
const BACKDATED_MS = DAY_MS;

/** @see RFC 1918, RFC 4193, RFC 6761, RFC 6762, RFC 3927, RFC 4291 */
const PERMITTED: CertificateNames = {
  dns: ['localhost', 'local', 'internal', 'test'],
  ip: [
    '127.0.0.0/8',
    '10.0.0.0/8',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '169.254.0.0/16',
    '::1/128',
    'fc00::/7',
    'fe80::/10',
  ],
};

const PRIVATE_IPV4 = /^(?:10\.|127\.|169\.254\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
const PRIVATE_IPV6 = /^f[cd]/i;

export function createAuthorityStore(
  dataDir: string,
  { clock, newId }: { readonly clock: Pick<Clock, 'now'>; readonly newId: NewId },
): AuthorityStore {
  const folder = dataDir === ':memory:' ? null : join(dataDir, TLS_FOLDER);
  let kept: Authority | undefined;

  function find(): Authority | undefined {
    kept ??= folder === null ? undefined : readAuthority(folder);
    return kept;
  }

  async function renew(): Promise<Authority> {
    kept = await makeAuthority(clock.now(), newId);
    if (folder !== null) writeAuthority(folder, kept);
    return kept;
  }

  return {
    find,
    renew,
    async open() {
      const found = find();
      return found !== undefined && isValid(found, clock.now()) ? found : renew();
    },
    remove() {
      kept = undefined;
      if (folder !== null) rmSync(folder, { recursive: true, force: true });
    },
    file: folder === null ? null : join(folder, CERTIFICATE_FILE),
  };
}

const CERTIFICATE_FILE = 'ca.pem';
const KEY_FILE = 'ca-key.pem';

function readAuthority(folder: string): Authority | undefined {
  try {
    const certificate = readFileSync(join(folder, CERTIFICATE_FILE), 'utf8');
    const privateKey = createPrivateKey(readFileSync(join(folder, KEY_FILE)));
    if (new X509Certificate(certificate).checkPrivateKey(privateKey)) {
      return { certificate, privateKey };
    }
    throw startError(`${folder}: ${KEY_FILE} is not the key of ${CERTIFICATE_FILE}.`);
  } catch (error) {
    if (isSystemError(error) && error.code === 'ENOENT') return undefined;
    if (isStartError(error)) throw error;
    const way = 'Delete the folder to have a new local CA.';
    throw startError(`The local CA in ${folder} cannot be read. ${way}`, error);
  }
}

/** The key first: a certificate without its key would be taken for a damaged folder. */
function writeAuthority(folder: string, { certificate, privateKey }: Authority): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  writeWhole(join(folder, KEY_FILE), String(key), 0o600);
  writeWhole(join(folder, CERTIFICATE_FILE), certificate, 0o644);
}

/** A file of its own, so that it has its mode from the first byte on. */
export function writeWhole(file: string, text: string, mode: number): void {
  const fresh = `${file}.new`;
  rmSync(fresh, { force: true });
  writeFileSync(fresh, text, { mode, flag: 'wx' });
  renameSync(fresh, file);
}

function isValid({ certificate }: Authority, now: Date): boolean {
  return new X509Certificate(certificate).validToDate > now;
}

async function makeAuthority(now: Date, newId: NewId): Promise<Authority> {
  const { publicKey, privateKey } = newKeyPair();
  const serial = toSerial(newId);
  // the name tells one machine's from another's in a list of trusted authorities
  const machine = hostname().replace(/[^\w.-]/g, '-');
  const mark = serial.subarray(1, 4).toString('hex'); // two of one name would be taken for each other
  const subject = `SCIM Mock Tenant local CA ${machine} ${now.toISOString().slice(0, 10)} ${mark}`;
  const certificate = await sign({
    kind: 'authority',
    subject,
    publicKey,
    issuerPublicKey: publicKey,
    issuer: { subject, privateKey },
    serial,
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(now.getTime() + AUTHORITY_DAYS * DAY_MS),
    names: PERMITTED,
  });
  return { certificate, privateKey };
}

export interface ServerOrder {
  readonly now: Date;
  readonly newId: NewId;
  /** Address that the listener is bound to. */
  readonly host: string;
}

/** A new key each time: nobody trusts the certificate itself, so none needs to be kept. */
export async function issueServerCertificate(
  authority: Authority,
  { now, newId, host }: ServerOrder,
): Promise<IssuedCertificate> {
  const issuer = new X509Certificate(authority.certificate);
  const { publicKey, privateKey } = newKeyPair();
  const latest = now.getTime() + SERVER_DAYS * DAY_MS - BACKDATED_MS;
  const certificate = await sign({
    kind: 'server',
    subject: 'SCIM Mock Tenant',
    publicKey,
    issuerPublicKey: createPublicKey(authority.privateKey),
    issuer: { subject: readCommonName(issuer), privateKey: authority.privateKey },
    serial: toSerial(newId),
    notBefore: new Date(now.getTime() - BACKDATED_MS),
    notAfter: new Date(Math.min(latest, issuer.validToDate.getTime())),
    names: namesOf(host),
  });
  const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
  return { certificate: certificate + authority.certificate, privateKey: String(key) };
}

/** Who serves plain HTTP never loads what writes certificates. */
async function sign(order: CertificateOrder): Promise<string> {
  const { writeCertificate } = await import('./write-certificate.ts');
  return writeCertificate(order);
}

/** This machine, as it and its containers name it; open to the network, by its private addresses too. */
function namesOf(host: string): CertificateNames {
  const dns = ['localhost', 'host.docker.internal'];
  const ip = ['127.0.0.1', '::1'];
  if (host === '127.0.0.1') return { dns, ip };
  const [name = ''] = hostname().toLowerCase().split('.');
  const ownName = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/.test(name) ? [`${name}.local`] : [];
  return { dns: [...dns, ...ownName], ip: [...new Set([...ip, ...privateAddresses()])] };
}

function privateAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .map(({ address }) => address)
    .filter((address) => PRIVATE_IPV4.test(address) || PRIVATE_IPV6.test(address));
}

function newKeyPair() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** 122 random bits, and never negative or beginning with nothing. @see RFC 5280 §4.1.2.2 */
function toSerial(newId: NewId): Buffer {
  const bytes = Buffer.from(newId().replaceAll('-', ''), 'hex');
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function readCommonName({ subject }: X509Certificate): string {
  return /^CN=(.*)$/m.exec(subject)?.[1] ?? subject;
}
