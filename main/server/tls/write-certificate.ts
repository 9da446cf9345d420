// An X.509 certificate (version 3) from its parts, signed with ECDSA on P-256, which every TLS client of the last ten
// years reads. The ASN.1 is the library's, the cryptography Node's own.
// @see RFC 5280 §4.1 and §4.2
import { createHash, sign, type KeyObject } from 'node:crypto';
import { AsnConvert, OctetString } from '@peculiar/asn1-schema';
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  GeneralSubtree,
  GeneralSubtrees,
  id_ce_authorityKeyIdentifier,
  id_ce_basicConstraints,
  id_ce_extKeyUsage,
  id_ce_keyUsage,
  id_ce_nameConstraints,
  id_ce_subjectAltName,
  id_ce_subjectKeyIdentifier,
  id_kp_serverAuth,
  KeyUsage,
  KeyUsageFlags,
  Name,
  NameConstraints,
  RelativeDistinguishedName,
  SubjectAlternativeName,
  SubjectKeyIdentifier,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
} from '@peculiar/asn1-x509';

export interface CertificateNames {
  readonly dns: readonly string[];
  /** Of a constraint with the length of its prefix, such as `10.0.0.0/8`. */
  readonly ip: readonly string[];
}

export interface CertificateOrder {
  /** Common name. */
  readonly subject: string;
  readonly publicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** 1 to 20 bytes. */
  readonly serial: Uint8Array;
  readonly issuer: { readonly subject: string; readonly privateKey: KeyObject };
  /** Of the issuer; that of a certificate that signs itself is the same as `publicKey`. */
  readonly issuerPublicKey: KeyObject;
  /** An authority that may vouch for these names only, or a server by these names. */
  readonly kind: 'authority' | 'server';
  readonly names: CertificateNames;
}

const ECDSA_WITH_SHA256 = '1.2.840.10045.4.3.2';
const COMMON_NAME = '2.5.4.3';
const X509_VERSION_3 = 2;

/** In PEM. */
export function writeCertificate(order: CertificateOrder): string {
  const { issuer, subject, publicKey, notBefore, notAfter, serial } = order;
  const signature = new AlgorithmIdentifier({ algorithm: ECDSA_WITH_SHA256 });
  const tbsCertificate = new TBSCertificate({
    version: X509_VERSION_3,
    serialNumber: toArrayBuffer(serial),
    signature,
    issuer: toName(issuer.subject),
    validity: new Validity({ notBefore, notAfter }),
    subject: toName(subject),
    subjectPublicKeyInfo: readPublicKey(publicKey),
    extensions: new Extensions(listExtensions(order)),
  });
  const signed = Buffer.from(AsnConvert.serialize(tbsCertificate));
  const signatureValue = toArrayBuffer(sign('sha256', signed, issuer.privateKey));
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: signature,
    signatureValue,
  });
  return toPem(AsnConvert.serialize(certificate));
}

function listExtensions(order: CertificateOrder): Extension[] {
  const { publicKey, issuerPublicKey, kind } = order;
  return [
    toExtension(id_ce_subjectKeyIdentifier, new SubjectKeyIdentifier(identify(publicKey))),
    toExtension(
      id_ce_authorityKeyIdentifier,
      new AuthorityKeyIdentifier({
        keyIdentifier: new SubjectKeyIdentifier(identify(issuerPublicKey)),
      }),
    ),
    ...(kind === 'authority' ? ofAuthority(order) : ofServer(order)),
  ];
}

/** It signs servers and no other authorities, and only for its names: that is what makes a stolen key of little use. */
function ofAuthority({ names }: CertificateOrder): Extension[] {
  const subtrees = toGeneralNames(names).map((base) => new GeneralSubtree({ base }));
  const usage = new KeyUsage(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign);
  return [
    critical(id_ce_basicConstraints, new BasicConstraints({ cA: true, pathLenConstraint: 0 })),
    critical(id_ce_keyUsage, usage),
    critical(
      id_ce_nameConstraints,
      new NameConstraints({ permittedSubtrees: new GeneralSubtrees(subtrees) }),
    ),
  ];
}

function ofServer({ names }: CertificateOrder): Extension[] {
  return [
    critical(id_ce_basicConstraints, new BasicConstraints({ cA: false })),
    critical(id_ce_keyUsage, new KeyUsage(KeyUsageFlags.digitalSignature)),
    toExtension(id_ce_extKeyUsage, new ExtendedKeyUsage([id_kp_serverAuth])),
    toExtension(id_ce_subjectAltName, new SubjectAlternativeName(toGeneralNames(names))),
  ];
}

function toGeneralNames({ dns, ip }: CertificateNames): GeneralName[] {
  return [
    ...dns.map((dNSName) => new GeneralName({ dNSName })),
    ...ip.map((iPAddress) => new GeneralName({ iPAddress })),
  ];
}

function critical(extnID: string, value: unknown): Extension {
  return Object.assign(toExtension(extnID, value), { critical: true });
}

function toExtension(extnID: string, value: unknown): Extension {
  return new Extension({ extnID, extnValue: new OctetString(AsnConvert.serialize(value)) });
}

function toName(commonName: string): Name {
  const value = new AttributeValue({ utf8String: commonName });
  const attribute = new AttributeTypeAndValue({ type: COMMON_NAME, value });
  return new Name([new RelativeDistinguishedName([attribute])]);
}

function readPublicKey(key: KeyObject): SubjectPublicKeyInfo {
  return AsnConvert.parse(key.export({ type: 'spki', format: 'der' }), SubjectPublicKeyInfo);
}

/** @see RFC 7093 §2 (method 1) */
function identify(key: KeyObject): ArrayBuffer {
  const bits = Buffer.from(readPublicKey(key).subjectPublicKey);
  return toArrayBuffer(createHash('sha256').update(bits).digest().subarray(0, 20));
}

function toArrayBuffer(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer;
}

function toPem(der: ArrayBuffer): string {
  const lines =
    Buffer.from(der)
      .toString('base64')
      .match(/.{1,64}/g) ?? [];
  return ['-----BEGIN CERTIFICATE-----', ...lines, '-----END CERTIFICATE-----', ''].join('\n');
}
