// How to let a system or a program trust the local CA, and how to take that back.
import { useState } from 'react';
import type { TlsState } from '../../../shared/admin/tls.ts';
import { CA_FILE_NAME, trustSteps } from '../../../shared/trust-steps.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';

interface TrustDialogProps extends Pick<TlsState, 'authority'> {
  readonly onClose: () => void;
}

export function TrustDialog({ authority, onClose }: TrustDialogProps) {
  const steps = trustSteps(
    authority === null
      ? undefined
      : { file: authority.file ?? CA_FILE_NAME, name: authority.subject },
  );
  const [id, setId] = useState(guessSystem);
  const step = steps.find((each) => each.id === id);
  return (
    <Dialog
      title="Trust the local CA"
      size="medium"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <div className="flex flex-col gap-3 pb-2">
        <p>
          Do this on the machine of the client. Elsewhere than on this machine, save the CA
          certificate first and take its path there.
        </p>
        <SelectField
          label="System or program"
          options={steps.map(({ id: value, title }) => ({ value, label: title }))}
          value={id}
          onChange={setId}
        />
        {step !== undefined && (
          <>
            {step.trust !== '' && <Command title="Trust it" text={step.trust} />}
            {step.remove !== '' && <Command title="Remove it again" text={step.remove} />}
            <p>{step.note}</p>
          </>
        )}
        <p>
          Remove it when you no longer test with it. Turning TLS off or deleting the workspace does
          not do that for you.
        </p>
      </div>
    </Dialog>
  );
}

function Command({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <div>
      <h3 className="mb-1 text-sm font-medium text-ink-1">{title}</h3>
      <div className="flex items-start gap-1 rounded-md bg-surface-2 py-1 pr-1 pl-3">
        <code className="min-w-0 flex-1 py-1 font-mono text-sm wrap-anywhere whitespace-pre-wrap text-ink-1">
          {text}
        </code>
        <CopyButton what={`the command: ${title}`} text={text} />
      </div>
    </div>
  );
}

function guessSystem(): string {
  if (/Windows/.test(navigator.userAgent)) return 'windows';
  return /Mac OS X/.test(navigator.userAgent) ? 'macos' : 'debian';
}
