// The admin key: where it comes from, copied, and a new one.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { RefreshCw } from 'lucide-react';
import { useState } from 'react';
import type { AdminKeyState } from '../../../shared/admin/admin-key.ts';
import { readAdminKey, storeAdminKey } from '../../api/admin-key.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { toast } from '../../ui/toast.tsx';

export function AdminKeyPanel() {
  const [isAsking, setIsAsking] = useState(false);
  const state = useAdminKeyState();
  const rotate = useRotation();
  return (
    <div className="flex flex-col gap-2">
      {state !== undefined && <p>{describeSource(state)}</p>}
      <div className="flex flex-wrap gap-2">
        <CopyButton what="Admin key" caption="Copy the admin key" text={readAdminKey() ?? ''} />
        <Button
          isDisabled={state === undefined || state.source === 'given'}
          isPending={rotate.isPending}
          onPress={() => setIsAsking(true)}
        >
          <RefreshCw aria-hidden className="size-3.5" />
          Rotate the admin key…
        </Button>
      </div>
      <ConfirmDialog
        title="Rotate the admin key?"
        isOpen={isAsking}
        confirmLabel="Rotate it"
        onClose={() => setIsAsking(false)}
        onConfirm={() => {
          setIsAsking(false);
          rotate.mutate();
        }}
      >
        Scripts, language models and other windows that have the key are refused from then on. This
        window goes on with the new one.
      </ConfirmDialog>
    </div>
  );
}

function describeSource({ source, file, canKeep }: AdminKeyState): string {
  switch (source) {
    case 'given':
      return 'The key was given at the start, by --admin-key or SCIM_MOCK_ADMIN_KEY. Start the server with another one to change it.';
    case 'kept':
      return `The key is kept in ${file ?? 'the workspace folder'}, which only you may read. No snapshot and no export has it.`;
    case 'start':
      return canKeep
        ? 'The key is of this start: the next one has another.'
        : 'The key is of this start. A workspace in memory keeps none.';
  }
}

function useAdminKeyState() {
  return useQuery({
    queryKey: queryKeys.adminKey,
    queryFn: ({ signal }) => callAdmin('getAdminKeyState', {}, signal),
  }).data;
}

function useRotation() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => callAdmin('rotateAdminKey', {}),
    onSuccess({ adminKey }) {
      storeAdminKey(adminKey);
      toast({ tone: 'good', message: 'The admin key was rotated' });
      void queryClient.invalidateQueries({ queryKey: queryKeys.adminKey });
    },
    onError: (error) =>
      toast({ tone: 'bad', message: `The admin key was not rotated. ${describeError(error)}` }),
  });
}
