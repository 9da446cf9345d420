// The question before a token is changed.
import { useState } from 'react';
import type { Token } from '../../../shared/admin/token.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { EXPIRY_OPTIONS, toInstant, type ExpiryChoice } from '../connect/expiry-options.ts';
import { RotateDialog } from '../connect/rotate-dialog.tsx';
import { useTokenOrder } from '../connect/use-tokens.ts';

export type TokenAction = 'rotate' | 'set-expiry' | 'expire' | 'revoke';

interface TokenDialogProps {
  readonly token: Token;
  readonly action: TokenAction;
  readonly onClose: () => void;
}

export function TokenDialog({ token, action, onClose }: TokenDialogProps) {
  switch (action) {
    case 'rotate':
      return <RotateDialog token={token} isOpen onClose={onClose} />;
    case 'set-expiry':
      return <ExpiryDialog token={token} onClose={onClose} />;
    case 'expire':
      return <EndDialog token={token} kind="expire" onClose={onClose} />;
    case 'revoke':
      return <EndDialog token={token} kind="revoke" onClose={onClose} />;
  }
}

const ENDS = {
  expire: {
    title: 'Expire',
    confirm: 'Expire now',
    done: 'has expired',
    text: 'From now on clients that use it are refused with 401, as with a secret that has run out: Entra goes into quarantine after a while. A later expiry or a rotation brings the token back.',
  },
  revoke: {
    title: 'Revoke',
    confirm: 'Revoke',
    done: 'has been revoked',
    text: 'Clients that use it are refused with 401, for good. It stays in the list, so that requests it was used for can still be told.',
  },
} as const;

interface EndDialogProps {
  readonly token: Token;
  readonly kind: 'expire' | 'revoke';
  readonly onClose: () => void;
}

function EndDialog({ token, kind, onClose }: EndDialogProps) {
  const { title, confirm, done, text } = ENDS[kind];
  const order = useTokenOrder();
  function end(): void {
    order.mutate(
      { kind, id: token.id },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: `"${token.name}" ${done}.` });
          onClose();
        },
        onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
      },
    );
  }
  return (
    <ConfirmDialog
      title={`${title} "${token.name}"?`}
      isOpen
      confirmLabel={confirm}
      isPending={order.isPending}
      onConfirm={end}
      onClose={onClose}
    >
      <p>{text}</p>
    </ConfirmDialog>
  );
}

function ExpiryDialog({ token, onClose }: Omit<TokenDialogProps, 'action'>) {
  const [choice, setChoice] = useState<ExpiryChoice>('never');
  const order = useTokenOrder();
  function save(): void {
    order.mutate(
      { kind: 'set-expiry', id: token.id, expires: toInstant(choice, new Date()) },
      { onSuccess: onClose },
    );
  }
  return (
    <Dialog
      title={`Expiry of "${token.name}"`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={order.isPending} onPress={save}>
            Save
          </Button>
        </>
      }
    >
      <SelectField label="Expires" options={EXPIRY_OPTIONS} value={choice} onChange={setChoice} />
      {order.isError && (
        <p role="alert" className="mt-3 text-bad">
          {describeError(order.error)}
        </p>
      )}
    </Dialog>
  );
}
