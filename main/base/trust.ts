// Whom our own TLS connections believe: whom Node believes (its roots, NODE_EXTRA_CA_CERTS), and certificates that we were
// told of, such as that of our own SCIM listener. Nobody's verification is switched off: a stranger's server is verified
// as ever.
import { X509Certificate } from 'node:crypto';
import {
  checkServerIdentity,
  createSecureContext,
  getCACertificates,
  type PeerCertificate,
  type SecureContext,
} from 'node:tls';

export interface Trust {
  /** For a connection that is opened now, over whatever scheme. */
  readonly options: () => TrustOptions;
  /** In PEM; replaces those of before. */
  readonly set: (certificates: readonly string[]) => void;
}

export interface TrustOptions {
  readonly secureContext?: SecureContext;
  readonly checkServerIdentity?: typeof checkServerIdentity;
}

export function createTrust(certificates: readonly string[] = []): Trust {
  let told = certificates;
  let options: TrustOptions | undefined;
  return {
    options: () => (options ??= toOptions(told)),
    set(next) {
      told = next;
      options = undefined;
    },
  };
}

/** Made when it is first needed: it reads more than a hundred roots. */
function toOptions(told: readonly string[]): TrustOptions {
  if (told.length === 0) return {};
  return {
    // a server's own certificate may be told of, which nothing vouches for but that
    secureContext: createSecureContext({
      ca: [...getCACertificates('default'), ...told],
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
