// Why no answer came, in words that say what to do: Node's own are codes and, of TLS, file names of OpenSSL.
import { isSystemError } from './system-error.ts';

const TRUST_IT =
  'to trust its CA, start this program with --ca FILE, or the desktop app with SCIM_MOCK_CA=FILE, where FILE has the certificate of the CA in PEM';

const CERTIFICATE_PROBLEMS: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: `its certificate is signed by nobody but itself; ${TRUST_IT}`,
  SELF_SIGNED_CERT_IN_CHAIN: `its certificate comes from a CA that is not trusted here; ${TRUST_IT}`,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: `it did not send the certificates between its own and a trusted CA, or that CA is not trusted here; let it send its whole chain, or, ${TRUST_IT}`,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: `its certificate comes from a CA that is not trusted here; ${TRUST_IT}`,
  UNABLE_TO_GET_ISSUER_CERT: `a certificate of its chain is missing; let it send its whole chain`,
  CERT_HAS_EXPIRED: 'its certificate has expired; it has to be renewed there',
  CERT_NOT_YET_VALID: 'its certificate is not valid yet; look at the clock of both machines',
  CERT_REVOKED: 'its certificate was revoked; it has to be replaced there',
  PERMITTED_VIOLATION:
    'its certificate is for a name that its CA may not vouch for; it has to be replaced there',
  INVALID_PURPOSE: 'its certificate is not one for servers; it has to be replaced there',
  CERT_SIGNATURE_FAILURE: 'the signature of its certificate is wrong; it has to be replaced there',
};

const CONNECTION_PROBLEMS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens at that address',
  ENOTFOUND: 'the name of the host is not known',
  EAI_AGAIN: 'the name of the host could not be looked up',
  ECONNRESET: 'the other side closed the connection before it answered',
  ETIMEDOUT: 'the host does not answer',
  EHOSTUNREACH: 'no way leads to the host',
  ENETUNREACH: 'no way leads to the host',
};

/** A clause without an end: `nothing listens at that address`. Errors of `fetch` have theirs as their cause. */
export function describeConnectionProblem(error: unknown): string {
  if (error instanceof AggregateError) return describeAll(error.errors);
  if (!(error instanceof Error)) return String(error);
  if (error.message === 'fetch failed' && error.cause !== undefined) {
    return describeConnectionProblem(error.cause);
  }
  return describeTlsProblem(error) ?? CONNECTION_PROBLEMS[codeOf(error)] ?? firstLine(error);
}

/** An address with several answers fails with one error for each. */
function describeAll(errors: readonly unknown[]): string {
  return [...new Set(errors.map((each) => describeConnectionProblem(each)))].join('; ');
}

/** Undefined: it has nothing to do with TLS. */
function describeTlsProblem(error: Error): string | undefined {
  const code = codeOf(error);
  const certificate = CERTIFICATE_PROBLEMS[code];
  if (certificate !== undefined) return `${certificate} (${code})`;
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    const names = 'cert' in error ? readNames(error.cert) : '';
    return `its certificate is not for that name${names}; ask it by a name of its certificate (${code})`;
  }
  if (code !== 'EPROTO' && !code.startsWith('ERR_SSL_')) return undefined;
  const reason = reasonOf(error);
  if (/wrong version number|packet length too long|http request/i.test(reason)) {
    return 'it does not speak TLS there: ask it by http://, or at another port';
  }
  return `no TLS connection came about: ${reason}`;
}

function codeOf(error: Error): string {
  return isSystemError(error) ? error.code : '';
}

/** Such as `wrong version number`. */
function reasonOf(error: Error): string {
  const reason = 'reason' in error ? error.reason : undefined;
  if (typeof reason === 'string') return reason.toLowerCase();
  const [, , , , , words] = firstLine(error).split(':');
  return words ?? firstLine(error);
}

/** What OpenSSL says ends with a line break. */
function firstLine({ message }: Error): string {
  return message.trim().split('\n')[0] ?? '';
}

function readNames(certificate: unknown): string {
  const has = typeof certificate === 'object' && certificate !== null;
  const names = has && 'subjectaltname' in certificate ? certificate.subjectaltname : undefined;
  return typeof names === 'string' ? `, but for ${names.replaceAll(/DNS:|IP Address:/g, '')}` : '';
}
