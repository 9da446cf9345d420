// The secret token: hidden until asked for, and hidden again after half a minute, so that it does not stay on a shared
// screen. The time left is on the button; it can be shown again at once. Its end and a new secret are beside it.
import { Eye, EyeOff, RefreshCw, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Token } from '../../../shared/admin/token.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { formatDateTime } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { tellExpiry } from './expiry-options.ts';
import { hideToken } from './hide-token.ts';
import { RotateDialog } from './rotate-dialog.tsx';
import { useReveal } from './use-reveal.ts';
import { useSecretToken } from './use-tokens.ts';
import { ValueRow } from './value-row.tsx';

export function SecretToken({ token }: { readonly token: string }) {
  const { secondsLeft, message, toggle } = useReveal();
  const [isRotating, setIsRotating] = useState(false);
  const details = useSecretToken();
  const isShown = secondsLeft > 0;
  const Icon = isShown ? EyeOff : Eye;
  return (
    <div>
      <ValueRow label="Secret Token" value={isShown ? token : hideToken(token)} isSecret>
        <Button variant="ghost" onPress={toggle}>
          <Icon aria-hidden className="size-3.5" />
          {isShown ? `Hide (${secondsLeft} s)` : 'Reveal'}
        </Button>
        <IconButton
          icon={RefreshCw}
          label="Rotate Secret Token"
          isDisabled={details === undefined || details.state === 'revoked'}
          onPress={() => setIsRotating(true)}
        />
        <CopyButton what="Secret Token" text={token} />
      </ValueRow>
      <p className="mt-1 flex min-h-4.5 flex-wrap gap-x-3 text-sm text-ink-3">
        {details !== undefined && <Expiry token={details} />}
        <span role="status">{message}</span>
      </p>
      {details !== undefined && (
        <RotateDialog token={details} isOpen={isRotating} onClose={() => setIsRotating(false)} />
      )}
    </div>
  );
}

function Expiry({ token }: { readonly token: Token }) {
  return (
    <>
      {token.state === 'live' ? (
        <span>{tellExpiry(token)}</span>
      ) : (
        <span className="flex items-center gap-1 text-bad">
          <TriangleAlert aria-hidden className="size-3.5" />
          {tellExpiry(token)}. Clients are refused with 401: rotate it for a new secret.
        </span>
      )}
      {token.previous !== null && (
        <span>The secret before stays valid until {formatDateTime(token.previous.expires)}</span>
      )}
    </>
  );
}
