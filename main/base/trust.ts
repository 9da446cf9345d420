// Whom our own TLS connections believe: whom Node believes (its roots, NODE_EXTRA_CA_CERTS), and certificates that we were
// told of, such as that of our own SCIM listener. Nobody's verification is switched off: a stranger's server is verified
// as ever.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import tls, {
  checkServerIdentity,
  createSecureContext,
  type PeerCertificate,
  type SecureContext,
} from 'node:tls';

export interface Trust {
  /** For a connection that is opened now, over whatever scheme. */
  readonly options: () => TrustOptions;
  /** In PEM; takes the place of what was set before, beside what is trusted always. */
  readonly set: (certificates: readonly string[]) => void;
}

export interface TrustOptions {
  readonly secureContext?: SecureContext;
  readonly checkServerIdentity?: typeof checkServerIdentity;
}

/** `always`: in PEM. */
export function createTrust(always: readonly string[] = []): Trust {
  let told = always;
  let options: TrustOptions | undefined;
  return {
    options: () => (options ??= toOptions(told)),
    set(next) {
      told = [...always, ...next];
      options = undefined;
    },
  };
}

const CERTIFICATES = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/** Those of a file in PEM, one or more. Throws where there is none, or one that is damaged. */
export function readCertificates(file: string): readonly string[] {
  const found = readFileSync(file, 'utf8').match(CERTIFICATES);
  if (found === null) throw new Error('no certificate');
  return found.map((pem) => new X509Certificate(pem).toString());
}

/** Made when it is first needed: it reads more than a hundred roots. */
function toOptions(told: readonly string[]): TrustOptions {
  if (told.length === 0) return {};
  return {
    // a server's own certificate may be told of, which nothing vouches for but that
    secureContext: createSecureContext({
      // by its name alone: a Node without it has to get as far as to say that it is too old
      ca: [...tls.getCACertificates('default'), ...told],
      allowPartialTrustChain: true,
    }),
    checkServerIdentity: createIdentityCheck(told),
  };
}

/** A server whose own certificate we were told of is who it is, by whatever name it was asked. */
function createIdentityCheck(told: readonly string[]): typeof checkServerIdentity {
  const fingerprints = new Set(told.map((pem) => new X509Certificate(pem).fingerprint256));
  return (host: string, certificate: PeerCertificate) =>
    fingerprints.has(certificate.fingerprint256)
      ? undefined
      : checkServerIdentity(host, certificate);
}
