// Keeps a request in the workspace under a name.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SavedRequestSetting } from '../../../shared/admin/compose.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { changeDraft, type Draft } from './drafts.ts';

interface SaveDialogProps {
  readonly draft: Draft;
  readonly onClose: () => void;
}

export function SaveDialog({ draft, onClose }: SaveDialogProps) {
  const [name, setName] = useState(draft.name);
  const [keepsSecrets, setKeepsSecrets] = useState(false);
  const save = useSave(draft, onClose);
  const setting = { name, request: draft.request, keepsSecrets };
  const isNamed = name.trim() !== '';
  return (
    <Dialog
      title={draft.savedId === null ? 'Save the request' : 'Save the changed request'}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isNamed}
            isPending={save.isPending}
            onPress={() => save.mutate(setting)}
          >
            Save
          </Button>
        </>
      }
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          if (isNamed) save.mutate(setting);
        }}
      >
        <TextField label="Name" autoFocus value={name} onChange={setName} maxLength={100} />
        <CheckBox isSelected={keepsSecrets} onChange={setKeepsSecrets}>
          Keep token, Authorization and passwords with it
        </CheckBox>
        <p className="text-sm text-ink-3">
          Without, they are left out. A tenant of this workspace needs none: its token is put in
          when the request is sent.
        </p>
        {save.isError && (
          <p role="alert" className="text-bad">
            {describeError(save.error)}
          </p>
        )}
      </form>
    </Dialog>
  );
}

function useSave(draft: Draft, onSaved: () => void) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (body: SavedRequestSetting) =>
      draft.savedId === null
        ? callAdmin('createSavedRequest', { body })
        : callAdmin('updateSavedRequest', { params: { id: draft.savedId }, body }),
    async onSuccess({ id, name }) {
      changeDraft(draft.key, { name, savedId: id });
      toast({ tone: 'good', message: `“${name}” saved` });
      onSaved();
      await queryClient.invalidateQueries({ queryKey: ['saved-requests'] });
    },
  });
}
