// The files of a certificate of one's own: paths on the machine of the server, which reads them.
import { useState } from 'react';
import type { TlsChange, TlsState } from '../../../shared/admin/tls.ts';
import { Button } from '../../ui/button.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface OwnCertificateFormProps {
  readonly tls: TlsState;
  /** Id of what says what is wrong. */
  readonly describedBy: string | undefined;
  readonly isPending: boolean;
  readonly onServe: (order: TlsChange) => void;
}

export function OwnCertificateForm({
  tls,
  describedBy,
  isPending,
  onServe,
}: OwnCertificateFormProps) {
  const [certificateFile, setCertificateFile] = useState(tls.certificateFile);
  const [keyFile, setKeyFile] = useState(tls.keyFile);
  const [passphrase, setPassphrase] = useState('');
  const isComplete = certificateFile.trim() !== '' && keyFile.trim() !== '';

  function serve(event: React.FormEvent): void {
    event.preventDefault();
    const files = { mode: 'own-certificate', certificateFile, keyFile } as const;
    if (isComplete) onServe({ ...files, ...(passphrase !== '' && { passphrase }) });
  }

  return (
    <form onSubmit={serve} className="flex flex-col gap-2" aria-describedby={describedBy}>
      <TextField
        label="Certificate file"
        hint="Whole path of a PEM file: the certificate of the server first, those that it was issued by after it."
        placeholder="/etc/ssl/scim.example.com.pem"
        value={certificateFile}
        onChange={setCertificateFile}
        isMono
        autoComplete="off"
      />
      <TextField
        label="Private key file"
        hint="Whole path of a PEM file."
        placeholder="/etc/ssl/private/scim.example.com.key"
        value={keyFile}
        onChange={setKeyFile}
        isMono
        autoComplete="off"
      />
      <TextField
        label="Passphrase of the key"
        hint={
          tls.hasPassphrase
            ? 'One is kept; type another one to replace it.'
            : 'Only for an encrypted key. It is kept in a file that only your user may read.'
        }
        type="password"
        value={passphrase}
        onChange={setPassphrase}
        autoComplete="off"
      />
      <div className="flex gap-2 pt-1">
        <Button type="submit" variant="primary" isDisabled={!isComplete} isPending={isPending}>
          Serve with this certificate
        </Button>
      </div>
    </form>
  );
}
