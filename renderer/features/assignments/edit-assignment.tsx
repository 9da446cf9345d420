// Another role for an assignment.
import { useState } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { ListedAssignment } from '../../../shared/simulator/application-routes.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { assignableRoles, useChangeRole } from './use-assignments.ts';

interface EditAssignmentProps {
  readonly application: Application;
  readonly assignment: ListedAssignment;
  readonly onClose: () => void;
}

export function EditAssignment({ application, assignment, onClose }: EditAssignmentProps) {
  const [role, setRole] = useState(assignment.appRoleId);
  const change = useChangeRole(application, onClose);
  return (
    <Dialog
      isOpen
      title={`Edit the assignment of ${assignment.displayName}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isPending={change.isPending}
            onPress={() => change.mutate({ id: assignment.id, appRoleId: role })}
          >
            Assign
          </Button>
        </>
      }
    >
      <SelectField
        label="Select a role"
        options={assignableRoles(application)}
        value={role}
        onChange={setRole}
      />
      {change.isError && (
        <p role="alert" className="pt-2 text-bad">
          {describeError(change.error)}
        </p>
      )}
    </Dialog>
  );
}
