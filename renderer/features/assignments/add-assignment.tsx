// Add Assignment: users and groups out of the directory, and the role that they get.
import { X } from 'lucide-react';
import { useState } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { PrincipalIcon, PrincipalPicker } from '../entra/principal-picker.tsx';
import { assignableRoles, useAssign } from './use-assignments.ts';

interface AddAssignmentProps {
  readonly application: Application;
  readonly onClose: () => void;
}

export function AddAssignment({ application, onClose }: AddAssignmentProps) {
  const roles = assignableRoles(application);
  const [chosen, setChosen] = useState<readonly DirectoryPrincipal[]>([]);
  const [role, setRole] = useState(roles[0]?.value ?? '');
  const [isTried, setIsTried] = useState(false);
  // A fresh, empty picker with the focus after each pick.
  const [fresh, setFresh] = useState(0);
  const assign = useAssign(application, onClose);

  function add(principal: DirectoryPrincipal | null): void {
    if (principal === null) return;
    setChosen([...chosen.filter((one) => one.objectId !== principal.objectId), principal]);
    setFresh(fresh + 1);
  }

  function submit(): void {
    setIsTried(true);
    if (chosen.length === 0) return;
    assign.mutate({ principals: chosen.map(({ objectId }) => objectId), appRoleId: role });
  }

  return (
    <Dialog
      isOpen
      size="medium"
      title={`Add Assignment to ${application.displayName}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isPending={assign.isPending} onPress={submit}>
            Assign
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <PrincipalPicker
          key={fresh}
          hasFocus
          label="Users and groups"
          placeholder="Search by name, user principal name or mail"
          error={isTried && chosen.length === 0 ? 'Choose at least one user or group.' : undefined}
          onPick={add}
        />
        {chosen.length > 0 && (
          <Chosen
            principals={chosen}
            onRemove={(id) => setChosen(chosen.filter(({ objectId }) => objectId !== id))}
          />
        )}
        <SelectField label="Select a role" options={roles} value={role} onChange={setRole} />
        <p className="text-sm text-ink-3">
          Of a group its immediate members are in scope. Groups within it give nothing.
        </p>
        {assign.isError && (
          <p role="alert" className="text-bad">
            {describeError(assign.error)}
          </p>
        )}
      </div>
    </Dialog>
  );
}

interface ChosenProps {
  readonly principals: readonly DirectoryPrincipal[];
  readonly onRemove: (objectId: string) => void;
}

function Chosen({ principals, onRemove }: ChosenProps) {
  return (
    <ul aria-label="Chosen" className="rounded-md border border-line">
      {principals.map(({ objectId, objectType, displayName, userPrincipalName }) => (
        <li
          key={objectId}
          className="flex items-center gap-2 border-b border-line/60 py-0.5 pr-1 pl-2 last:border-0"
        >
          <PrincipalIcon objectType={objectType} />
          <span className="min-w-0 flex-1 truncate text-ink-1">
            {displayName} <span className="text-sm text-ink-3">{userPrincipalName}</span>
          </span>
          <IconButton
            icon={X}
            label={`Leave ${displayName} out`}
            onPress={() => onRemove(objectId)}
          />
        </li>
      ))}
    </ul>
  );
}
