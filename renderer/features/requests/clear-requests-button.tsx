// Clears the request log, after a question: nothing brings it back.
import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { callAdmin } from '../../api/client.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';

export function ClearRequestsButton({ isDisabled }: { readonly isDisabled: boolean }) {
  const [isAsking, setIsAsking] = useState(false);
  const clear = useMutation({
    mutationFn: () => callAdmin('clearRequests', {}),
    onSuccess: ({ deleted }) =>
      toast({ tone: 'good', message: `${formatCount(deleted, 'request')} cleared` }),
    onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
    onSettled: () => setIsAsking(false),
  });
  return (
    <>
      <IconButton
        icon={Trash2}
        label="Clear requests"
        isDisabled={isDisabled}
        onPress={() => setIsAsking(true)}
      />
      <ConfirmDialog
        title="Clear all requests?"
        confirmLabel="Clear requests"
        isOpen={isAsking}
        isPending={clear.isPending}
        onConfirm={() => clear.mutate()}
        onClose={() => setIsAsking(false)}
      >
        <p>
          The log of this workspace is emptied and cannot be brought back. Users, groups and their
          history stay.
        </p>
      </ConfirmDialog>
    </>
  );
}
