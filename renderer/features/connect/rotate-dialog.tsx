// A new secret for a token; the old one may stay valid beside it while clients are changed over.
import { useState } from 'react';
import type { Token } from '../../../shared/admin/token.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useTokenOrder } from './use-tokens.ts';

interface RotateDialogProps {
  readonly token: Token;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const OVERLAPS = [
  { value: '0', label: 'Not at all' },
  { value: '60', label: '1 hour' },
  { value: '1440', label: '1 day' },
  { value: '10080', label: '7 days' },
] as const;

type Overlap = (typeof OVERLAPS)[number]['value'];

export function RotateDialog({ token, isOpen, onClose }: RotateDialogProps) {
  const [overlap, setOverlap] = useState<Overlap>('60');
  const order = useTokenOrder();

  function rotate(): void {
    order.mutate(
      { kind: 'rotate', id: token.id, overlapMinutes: Number(overlap) },
      {
        onSuccess: () => {
          toast({ tone: 'good', message: `"${token.name}" has a new secret. Copy it from here.` });
          onClose();
        },
      },
    );
  }

  return (
    <Dialog
      title={`Rotate "${token.name}"?`}
      isOpen={isOpen}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={order.isPending} onPress={rotate}>
            Rotate
          </Button>
        </>
      }
    >
      <p className="mb-3">
        A new secret is made at once. Clients that have the old one, Entra for example, must be
        given the new one before the old one ends.
      </p>
      <SelectField
        label="The old secret stays valid for"
        options={OVERLAPS}
        value={overlap}
        onChange={setOverlap}
      />
      {order.isError && (
        <p role="alert" className="mt-3 text-bad">
          {describeError(order.error)}
        </p>
      )}
    </Dialog>
  );
}
