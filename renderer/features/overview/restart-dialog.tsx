// Restart provisioning: asks what is cleared. The names are those of Graph's `synchronizationJobRestartCriteria`.
import { useState } from 'react';
import type { ResetScope } from '../../../shared/simulator/job.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { RESET_SCOPES } from '../provisioning/job-words.ts';
import { useJobOrder } from '../provisioning/use-provisioning-job.ts';

interface RestartDialogProps {
  readonly application: string;
  readonly initial: readonly ResetScope[];
  readonly onClose: () => void;
}

export function RestartDialog({ application, initial, onClose }: RestartDialogProps) {
  const [chosen, setChosen] = useState(new Set(initial));
  const order = useJobOrder(application, onClose);

  function toggle(scope: ResetScope, isOn: boolean): void {
    const next = new Set(chosen);
    if (isOn) next.add(scope);
    else next.delete(scope);
    setChosen(next);
  }

  return (
    <Dialog
      isOpen
      title="Restart provisioning?"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={order.isPending}
            onPress={() => order.mutate({ kind: 'restart', resetScopes: [...chosen] })}
          >
            Restart
          </Button>
        </>
      }
    >
      <p className="mb-3">
        A cycle under way ends without a watermark, what is ticked is cleared, and provisioning
        begins again at once.
      </p>
      <ul className="flex flex-col gap-2">
        {RESET_SCOPES.map(({ scope, title, hint }) => (
          <li key={scope}>
            <CheckBox isSelected={chosen.has(scope)} onChange={(isOn) => toggle(scope, isOn)}>
              <span>
                <span className="block font-medium text-ink-1">{title}</span>
                <span className="block text-sm text-ink-3">{hint}</span>
              </span>
            </CheckBox>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
