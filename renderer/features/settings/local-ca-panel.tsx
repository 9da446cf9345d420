// What clients are shown, and the local CA: its certificate to save and to trust, and a new one in its place.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { adminStreams } from '../../../shared/admin/streams.ts';
import type { CertificateFacts, TlsState } from '../../../shared/admin/tls.ts';
import { saveFileOf } from '../../api/download.ts';
import { useCaRenewal } from '../../api/use-tls.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { toast } from '../../ui/toast.tsx';
import { TrustDialog } from './trust-dialog.tsx';

interface CertificateSummaryProps {
  readonly certificate: CertificateFacts;
  /** By itself, before it ends. */
  readonly isRenewed: boolean;
}

export function CertificateSummary({ certificate, isRenewed }: CertificateSummaryProps) {
  const { names, issuer, validTo, fingerprint } = certificate;
  return (
    <dl className="grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1 rounded-md bg-surface-2 px-3 py-2 text-sm wrap-anywhere">
      <dt className="text-ink-2">Served for</dt>
      <dd className="text-ink-1">{names.join(', ') || 'no name at all'}</dd>
      <dt className="text-ink-2">Issued by</dt>
      <dd className="text-ink-1">{issuer}</dd>
      <dt className="text-ink-2">Until</dt>
      <dd className="text-ink-1">
        {formatDateTime(validTo)}
        {isRenewed && ', renewed by itself before that'}
      </dd>
      <dt className="text-ink-2">SHA-256</dt>
      <dd className="font-mono text-ink-1">{fingerprint}</dd>
    </dl>
  );
}

export function LocalCaPanel({ authority }: Pick<TlsState, 'authority'>) {
  const [open, setOpen] = useState<'trust' | 'renew' | null>(null);
  const renewal = useCaRenewal();
  const download = useMutation({
    mutationFn: () => saveFileOf(adminStreams.getLocalCa.path),
    onError: (error) =>
      toast({ tone: 'bad', message: `The certificate was not saved. ${describeError(error)}` }),
  });
  function renew(): void {
    setOpen(null);
    renewal.mutate(undefined, {
      onSuccess: () =>
        toast({ tone: 'good', message: 'There is a new local CA: let your clients trust it.' }),
      onError: (error) =>
        toast({ tone: 'bad', message: `There is no new CA. ${describeError(error)}` }),
    });
  }
  return (
    <div className="flex flex-col gap-2 text-ink-2">
      <p>
        Clients have to trust the local CA first. Trust it for tests only: it may vouch for this
        machine, addresses of private networks and names that no public site has, and for nothing
        else. Its key never leaves the workspace folder.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onPress={() => setOpen('trust')}>How to trust it…</Button>
        <Button isPending={download.isPending} onPress={() => download.mutate()}>
          Save the CA certificate
        </Button>
        {authority !== null && (
          <Button isPending={renewal.isPending} onPress={() => setOpen('renew')}>
            Make a new CA…
          </Button>
        )}
      </div>
      {open === 'trust' && <TrustDialog authority={authority} onClose={() => setOpen(null)} />}
      <ConfirmDialog
        title="Make a new CA?"
        isOpen={open === 'renew'}
        confirmLabel="Make a new CA"
        onClose={() => setOpen(null)}
        onConfirm={renew}
      >
        The key of this one is deleted. Whoever trusts it has to trust the new one, and should
        remove this one from where it is trusted: {authority?.subject}.
      </ConfirmDialog>
    </div>
  );
}
