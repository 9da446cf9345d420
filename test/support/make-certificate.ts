// Certificates of somebody else's, as two PEM files, for servers of a test.
import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  writeCertificate,
  type CertificateNames,
  type CertificateOrder,
} from '../../main/server/tls/write-certificate.ts';

export interface CertificateFiles {
  readonly certificate: string;
  readonly key: string;
  readonly certificateFile: string;
  readonly keyFile: string;
}

interface CertificateWish {
  readonly names?: CertificateNames;
  /** From now; negative = it has expired. */
  readonly days?: number;
  readonly passphrase?: string;
  /** Itself unless said. */
  readonly issuer?: CertificateOrder['issuer'];
}

const DAY_MS = 24 * 60 * 60 * 1000;

export function makeCertificate(
  folder: string,
  name: string,
  wish: CertificateWish = {},
): CertificateFiles {
  const { names = { dns: ['scim.example.com'], ip: [] }, days = 100, passphrase } = wish;
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { issuer = { subject: name, privateKey } } = wish;
  const certificate = writeCertificate({
    kind: 'server',
    subject: name,
    publicKey,
    issuerPublicKey: createPublicKey(issuer.privateKey),
    issuer,
    serial: Buffer.from([1]),
    notBefore: new Date(Date.now() - 200 * DAY_MS),
    notAfter: new Date(Date.now() + days * DAY_MS),
    names,
  });
  const encryption = passphrase === undefined ? {} : { cipher: 'aes-256-cbc', passphrase };
  const key = String(privateKey.export({ type: 'pkcs8', format: 'pem', ...encryption }));
  const certificateFile = join(folder, `${name}.pem`);
  const keyFile = join(folder, `${name}-key.pem`);
  writeFileSync(certificateFile, certificate);
  writeFileSync(keyFile, key);
  return { certificate, key, certificateFile, keyFile };
}
