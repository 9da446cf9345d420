// How a system or a program is told to trust the local CA, and how to take that back: commands, and what else to know.

export interface TrustStep {
  readonly id: string;
  readonly title: string;
  readonly trust: string;
  /** Empty where nothing stays behind. */
  readonly remove: string;
  readonly note: string;
}

export interface TrustedFile {
  /** Path of the certificate in PEM. */
  readonly file: string;
  /** Common name of the CA. */
  readonly name: string;
}

/** The certificate under this name, as it is downloaded. */
export const CA_FILE_NAME = 'scim-mock-tenant-ca.pem';

const ANY_CA: TrustedFile = { file: CA_FILE_NAME, name: 'SCIM Mock Tenant local CA' };

export function trustSteps({ file, name }: TrustedFile = ANY_CA): readonly TrustStep[] {
  const path = /[^\w./\\:-]/.test(file) ? `"${file}"` : file;
  const fill = (text: string) => text.replaceAll('FILE', () => path).replaceAll('NAME', () => name);
  return STEPS.map((step) => ({ ...step, trust: fill(step.trust), remove: fill(step.remove) }));
}

/** FILE and NAME stand for those of the certificate. */
const STEPS: readonly TrustStep[] = [
  {
    id: 'windows',
    title: 'Windows',
    trust: 'certutil -user -addstore Root FILE',
    remove: 'certutil -user -delstore Root "NAME"',
    note: 'For your user: Edge, Chrome, .NET, PowerShell and most programs. Windows asks once. The same in PowerShell: Import-Certificate -CertStoreLocation Cert:\\CurrentUser\\Root -FilePath, with the file.',
  },
  {
    id: 'macos',
    title: 'macOS',
    trust:
      'security add-trusted-cert -r trustRoot -p ssl -k ~/Library/Keychains/login.keychain-db FILE',
    remove: 'security remove-trusted-cert FILE && security delete-certificate -c "NAME"',
    note: 'For your user: Safari, Chrome, .NET and most programs. macOS asks for your password.',
  },
  {
    id: 'debian',
    title: 'Linux: Debian, Ubuntu, Alpine',
    trust:
      'sudo cp FILE /usr/local/share/ca-certificates/scim-mock-tenant-ca.crt && sudo update-ca-certificates',
    remove:
      'sudo rm /usr/local/share/ca-certificates/scim-mock-tenant-ca.crt && sudo update-ca-certificates --fresh',
    note: 'For curl, .NET, Go, PHP, Ruby and what else reads the store of the system; in a container, as root without sudo.',
  },
  {
    id: 'fedora',
    title: 'Linux: Fedora, RHEL',
    trust:
      'sudo cp FILE /etc/pki/ca-trust/source/anchors/scim-mock-tenant-ca.pem && sudo update-ca-trust',
    remove:
      'sudo rm /etc/pki/ca-trust/source/anchors/scim-mock-tenant-ca.pem && sudo update-ca-trust',
    note: 'For what reads the store of the system.',
  },
  {
    id: 'chrome-linux',
    title: 'Chrome on Linux',
    trust: 'certutil -d sql:$HOME/.pki/nssdb -A -t C,, -n scim-mock-tenant -i FILE',
    remove: 'certutil -d sql:$HOME/.pki/nssdb -D -n scim-mock-tenant',
    note: 'It has a store of its own; certutil is in the package libnss3-tools or nss-tools.',
  },
  {
    id: 'firefox',
    title: 'Firefox',
    trust: '',
    remove: '',
    note: 'Settings, Privacy & Security, Certificates, View Certificates, Authorities, Import: choose the file and tick that it may identify websites. Delete it at the same place. On Windows and macOS Firefox may take the trust of the system instead.',
  },
  {
    id: 'node',
    title: 'Node.js',
    trust: 'NODE_EXTRA_CA_CERTS=FILE node app.js',
    remove: '',
    note: 'Read when Node starts. It does not read the store of the system unless told by --use-system-ca. Never set NODE_TLS_REJECT_UNAUTHORIZED=0: it verifies nobody any more.',
  },
  {
    id: 'curl',
    title: 'curl',
    trust: 'curl --cacert FILE https://127.0.0.1:7643/scim/v2/ServiceProviderConfig',
    remove: '',
    note: 'On Windows add --ssl-no-revoke: a local CA has no list of revoked certificates.',
  },
  {
    id: 'dotnet',
    title: '.NET',
    trust: '',
    remove: '',
    note: 'Reads the store of the system on Windows, macOS and Linux: do what stands there, and nothing in your code. Leave certificate callbacks that accept everything out of it.',
  },
  {
    id: 'java',
    title: 'Java',
    trust:
      'keytool -importcert -cacerts -storepass changeit -noprompt -alias scim-mock-tenant -file FILE',
    remove: 'keytool -delete -cacerts -storepass changeit -alias scim-mock-tenant',
    note: 'For the JDK whose keytool it is; changeit is the password that a JDK comes with.',
  },
  {
    id: 'python',
    title: 'Python',
    trust: 'REQUESTS_CA_BUNDLE=FILE python app.py',
    remove: '',
    note: 'For requests; httpx and urllib read SSL_CERT_FILE. Either takes the place of the usual roots for as long as it is set.',
  },
];
