// A new token: named, scoped, with an end; then its secret, to copy.
import { useState } from 'react';
import type { Token, TokenScope } from '../../../shared/admin/token.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { EXPIRY_OPTIONS, toInstant, type ExpiryChoice } from '../connect/expiry-options.ts';
import { useTokenOrder } from '../connect/use-tokens.ts';
import { ValueRow } from '../connect/value-row.tsx';

const SCOPES = [
  { value: 'full', label: 'Read and write' },
  { value: 'read-only', label: 'Read only' },
] as const;

export function NewTokenDialog({ onClose }: { readonly onClose: () => void }) {
  const order = useTokenOrder();
  if (order.data !== undefined) return <CreatedDialog token={order.data} onClose={onClose} />;
  return <TokenForm order={order} onClose={onClose} />;
}

interface TokenFormProps {
  readonly order: ReturnType<typeof useTokenOrder>;
  readonly onClose: () => void;
}

function TokenForm({ order, onClose }: TokenFormProps) {
  const [name, setName] = useState('');
  const [scope, setScope] = useState<TokenScope>('full');
  const [expiry, setExpiry] = useState<ExpiryChoice>('never');

  function create(): void {
    const creation = { name: name.trim(), scope, expires: toInstant(expiry, new Date()) };
    order.mutate({ kind: 'create', creation });
  }

  return (
    <Dialog
      title="New token"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={name.trim() === ''}
            isPending={order.isPending}
            onPress={create}
          >
            Create
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <TextField
          label="Name"
          hint="Shown with each request that is sent with it."
          placeholder="Entra, production"
          value={name}
          onChange={setName}
          maxLength={100}
          autoFocus
          error={order.isError ? describeError(order.error) : undefined}
        />
        <SelectField label="Scope" options={SCOPES} value={scope} onChange={setScope} />
        <SelectField label="Expires" options={EXPIRY_OPTIONS} value={expiry} onChange={setExpiry} />
      </div>
    </Dialog>
  );
}

interface CreatedDialogProps {
  readonly token: Token;
  readonly onClose: () => void;
}

function CreatedDialog({ token, onClose }: CreatedDialogProps) {
  return (
    <Dialog
      title={`"${token.name}" has been created`}
      isOpen
      onClose={onClose}
      size="medium"
      actions={
        <Button variant="primary" onPress={onClose}>
          Done
        </Button>
      }
    >
      <ValueRow label="Secret Token" value={token.secret} isSecret>
        <CopyButton what="Secret Token" text={token.secret} />
      </ValueRow>
      <p className="mt-2">
        Copy it into the SCIM client. From now on it is shown masked; the list of tokens can reveal
        and copy it again.
      </p>
    </Dialog>
  );
}
