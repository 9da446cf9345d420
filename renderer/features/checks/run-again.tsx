// The same checks again, all of them or those that failed. The token of another service provider is not kept, so it is
// asked for once more; a tenant of this workspace has its own.
import { RotateCcw } from 'lucide-react';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { CheckRunDetails, CheckTarget } from '../../../shared/admin/check-run.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useTargets } from '../compose/use-targets.ts';
import { failedChecks } from './check-model.ts';
import { useStartRun } from './use-check-runs.ts';

const route = getRouteApi('/checks');

export function RunAgain({ run }: { readonly run: CheckRunDetails }) {
  const navigate = route.useNavigate();
  const start = useStartRun((id) => void navigate({ search: { run: id } }));
  const own = useTargets().find(({ url }) => url === run.target);
  /** The checks that wait for a token; null while none is asked for. */
  const [waiting, setWaiting] = useState<readonly string[] | null>(null);
  const failed = failedChecks(run);

  function begin(target: CheckTarget, only: readonly string[]): void {
    start.mutate(
      { target, preset: run.preset, only },
      { onError: (error) => toast({ tone: 'bad', message: describeError(error) }) },
    );
  }

  function again(only: readonly string[]): void {
    if (own === undefined) setWaiting(only);
    else begin({ tenant: own.slug }, only);
  }

  return (
    <>
      {failed.length > 0 && (
        <Button isDisabled={start.isPending} onPress={() => again(failed)}>
          Run failed again
        </Button>
      )}
      <Button isDisabled={start.isPending} onPress={() => again(run.checks)}>
        <RotateCcw aria-hidden className="size-3.5" />
        Run again
      </Button>
      {waiting !== null && (
        <TokenDialog
          url={run.target}
          onClose={() => setWaiting(null)}
          onToken={(token) => {
            setWaiting(null);
            begin({ url: run.target, token }, waiting);
          }}
        />
      )}
    </>
  );
}

interface TokenDialogProps {
  readonly url: string;
  readonly onClose: () => void;
  readonly onToken: (token: string) => void;
}

function TokenDialog({ url, onClose, onToken }: TokenDialogProps) {
  const [token, setToken] = useState('');
  function submit(): void {
    if (token !== '') onToken(token);
  }
  return (
    <Dialog
      title="Run again"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={token === ''} onPress={submit}>
            Run the checks
          </Button>
        </>
      }
    >
      <p className="pb-3 wrap-anywhere">
        The token of <span className="font-mono text-sm">{url}</span> was not kept.
      </p>
      <TextField
        label="Bearer token"
        type="password"
        hint="Used for this run and not kept."
        isMono
        autoFocus
        value={token}
        onChange={setToken}
        onKeyDown={(event) => event.key === 'Enter' && submit()}
      />
    </Dialog>
  );
}
