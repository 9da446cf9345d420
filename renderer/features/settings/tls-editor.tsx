// TLS of the SCIM listener: off, the local CA, or a certificate of one's own. What the server refuses is said at the place
// where it was typed, and the listener goes on as before.
import { useId, useState } from 'react';
import type { TlsMode, TlsState } from '../../../shared/admin/tls.ts';
import { useTls, useTlsChange } from '../../api/use-tls.ts';
import { cx } from '../../ui/cx.ts';
import { describeError } from '../../ui/error-state.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OwnCertificateForm } from './own-certificate-form.tsx';
import { CertificateSummary, LocalCaPanel } from './local-ca-panel.tsx';

const MODES = [
  { value: 'off', label: 'Off: HTTP' },
  { value: 'local-ca', label: 'Local CA' },
  { value: 'own-certificate', label: 'Certificate of your own' },
] as const satisfies readonly { readonly value: TlsMode; readonly label: string }[];

export function TlsEditor() {
  const tls = useTls();
  if (tls.data !== undefined) return <LoadedEditor tls={tls.data} />;
  if (tls.isError) return <p className="text-bad">{describeError(tls.error)}</p>;
  return <Skeleton label="Loading TLS" lines={2} />;
}

function LoadedEditor({ tls }: { readonly tls: TlsState }) {
  const problemId = useId();
  /** One's own certificate is chosen before its files are known. */
  const [isChoosing, setIsChoosing] = useState(false);
  const change = useTlsChange();
  const mode = isChoosing ? 'own-certificate' : tls.mode;
  const problem = change.isError ? describeError(change.error) : tls.problem;

  function choose(next: TlsMode): void {
    change.reset();
    setIsChoosing(next === 'own-certificate' && tls.mode !== 'own-certificate');
    if (next !== 'own-certificate' && next !== tls.mode) change.mutate({ mode: next });
  }

  return (
    <div className={cx('flex max-w-prose flex-col gap-3', mode !== 'off' && 'w-full')}>
      <ModeChoice tls={tls} mode={mode} onChange={choose} />
      {mode === 'own-certificate' && !tls.isOverruled && (
        <OwnCertificateForm
          key={`${tls.certificateFile} ${tls.keyFile}`}
          tls={tls}
          describedBy={problem === null ? undefined : problemId}
          isPending={change.isPending}
          onServe={(order) => change.mutate(order, { onSuccess: () => setIsChoosing(false) })}
        />
      )}
      {problem !== null && (
        <p role="alert" id={problemId} className="text-bad wrap-anywhere">
          {problem}
        </p>
      )}
      {mode === tls.mode && <Served tls={tls} />}
      {mode !== 'own-certificate' && <LocalCa tls={tls} />}
    </div>
  );
}

interface ModeChoiceProps {
  readonly tls: TlsState;
  readonly mode: TlsMode;
  readonly onChange: (mode: TlsMode) => void;
}

function ModeChoice({ tls, mode, onChange }: ModeChoiceProps) {
  if (tls.isOverruled) {
    return <p className="text-ink-1">{MODES.find(({ value }) => value === tls.mode)?.label}</p>;
  }
  return (
    <div>
      <SegmentedControl
        label="TLS of the SCIM listener"
        options={MODES}
        value={mode}
        onChange={onChange}
      />
    </div>
  );
}

function Served({ tls: { mode, served } }: { readonly tls: TlsState }) {
  if (mode === 'off' || served === null) return null;
  return <CertificateSummary certificate={served} isRenewed={mode === 'local-ca'} />;
}

/** It is shown while TLS is off too: whoever trusts it may want to know of it, or begin with it. */
function LocalCa({ tls: { mode, authority } }: { readonly tls: TlsState }) {
  return mode === 'local-ca' || authority !== null ? <LocalCaPanel authority={authority} /> : null;
}
