// Deletes everything in the workspace, once its name has been typed.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { z } from 'zod';
import type { EraseOrder } from '../../../shared/admin/setting.ts';
import { callAdmin } from '../../api/client.ts';
import { clearActivity } from '../../ui/activity.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';

interface DeleteDataDialogProps {
  /** Of the workspace. */
  readonly name: string;
  readonly onClose: () => void;
}

export function DeleteDataDialog({ name, onClose }: DeleteDataDialogProps) {
  const [typed, setTyped] = useState('');
  const [keepsSnapshots, setKeepsSnapshots] = useState(true);
  const erase = useErasing(onClose);
  const isRight = typed.trim() === name;
  return (
    <Dialog
      title="Delete all data?"
      role="alertdialog"
      size="medium"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="danger"
            isDisabled={!isRight}
            isPending={erase.isPending}
            onPress={() => erase.mutate({ workspace: name, keepsSnapshots })}
          >
            Delete all data
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <p>
          Tenants, users, groups, schemas, tokens, the request log and all settings go. The app is
          then as at its first start, with one tenant and a new Secret Token: clients that are
          connected need it.
        </p>
        <CheckBox isSelected={keepsSnapshots} onChange={setKeepsSnapshots}>
          Take a snapshot first, and keep the other snapshots
        </CheckBox>
        {!keepsSnapshots && (
          <p className="text-bad">The snapshots go too. Nothing can be brought back.</p>
        )}
        <TextField
          label={`Type ${name} to confirm`}
          value={typed}
          onChange={setTyped}
          autoComplete="off"
          autoFocus
        />
        {erase.isError && (
          <p role="alert" className="text-bad">
            Nothing was deleted. {describeError(erase.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

function useErasing(onDone: () => void) {
  return useMutation({
    mutationFn: (body: z.input<typeof EraseOrder>) => callAdmin('eraseWorkspace', { body }),
    onSuccess({ before }) {
      clearActivity(); // its messages name tenants and people
      const way = before === null ? '' : `. The snapshot "${before.name}" has what was there`;
      toast({ tone: 'good', message: `All data was deleted${way}` });
      onDone();
    },
  });
}
