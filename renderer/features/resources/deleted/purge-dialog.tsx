// Asks before deleted resources are purged, by name or by number, and says what is lost.
import { useState } from 'react';
import type { PurgeSelection } from '../../../../shared/admin/resource-tools.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { describeError } from '../../../ui/error-state.tsx';
import { formatCount } from '../../../ui/format.ts';
import type { ScreenParts } from '../screen-parts.ts';
import { usePurge } from './use-deleted.ts';

interface PurgeDialogProps {
  readonly parts: ScreenParts;
  readonly selection: PurgeSelection;
  readonly count: number;
  /** Of the only one. */
  readonly name?: string | undefined;
  readonly onStarted: () => void;
  readonly onClose: () => void;
}

export function PurgeDialog(props: PurgeDialogProps) {
  const { parts, selection, count, name, onStarted, onClose } = props;
  const [snapshot, setSnapshot] = useState(true);
  const purge = usePurge(parts.resourceType);
  const what = name ?? formatCount(count, `deleted ${parts.noun}`);
  const [its, it] = count === 1 ? ['Its', 'it'] : ['Their', 'them'];

  function confirm(): void {
    purge.mutate(
      { selection, snapshot },
      {
        onSuccess() {
          onClose();
          onStarted();
        },
      },
    );
  }

  return (
    <ConfirmDialog
      isOpen
      title={`Purge ${what}?`}
      confirmLabel={count === 1 ? `Purge ${parts.noun}` : `Purge ${what}`}
      isPending={purge.isPending}
      onConfirm={confirm}
      onClose={onClose}
    >
      <p>
        {its} history goes, and with it the way to restore {it}. Requests about {it} stay in the
        request log, and the history of other resources still names {it}.
      </p>
      <div className="pt-3">
        <CheckBox isSelected={snapshot} onChange={setSnapshot}>
          Take a snapshot of the workspace first
        </CheckBox>
      </div>
      {!snapshot && <p className="pt-1 text-bad">Without one, this cannot be undone.</p>}
      {purge.error !== null && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(purge.error)}
        </p>
      )}
    </ConfirmDialog>
  );
}
