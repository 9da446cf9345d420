// The assignments of an application: found by name, opened to see the scope, changed and removed.
import { getRouteApi } from '@tanstack/react-router';
import { Plus, SearchX, UserRoundCheck } from 'lucide-react';
import { useState } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import type { ListedAssignment } from '../../../shared/simulator/application-routes.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VirtualGrid } from '../../ui/virtual-grid.tsx';
import { useDelayedText } from '../resources/use-delayed-text.ts';
import { assignmentColumns } from './assignment-columns.tsx';
import { EditAssignment } from './edit-assignment.tsx';
import { useAssignments, useRemoveAssignment } from './use-assignments.ts';

const route = getRouteApi('/entra/users-and-groups');

interface AssignmentsTabProps {
  readonly application: Application;
  readonly onAdd: () => void;
  /** objectId, or `check` for the empty explainer. */
  readonly onExplain: (id: string) => void;
}

export function AssignmentsTab({ application, onAdd, onExplain }: AssignmentsTabProps) {
  const { text = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const typing = useDelayedText(text, (next) => {
    void navigate({ search: (search) => ({ ...search, text: next }), replace: true });
  });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-2">
        <SearchField
          label="Find an assignment"
          placeholder="Name or user principal name"
          value={typing.text}
          onChange={typing.type}
        />
        <Button onPress={() => onExplain('check')}>Check a scope</Button>
      </div>
      <AssignmentList
        key={text}
        application={application}
        text={text}
        onAdd={onAdd}
        onExplain={onExplain}
        onClear={() => typing.settle('')}
      />
    </div>
  );
}

interface AssignmentListProps extends AssignmentsTabProps {
  readonly text: string;
  readonly onClear: () => void;
}

function AssignmentList({ application, text, onAdd, onExplain, onClear }: AssignmentListProps) {
  const { id } = route.useSearch();
  const list = useAssignments(application, text);
  const remove = useRemoveAssignment(application);
  const [edited, setEdited] = useState<ListedAssignment>();
  if (list.error !== undefined) {
    return (
      <ErrorState title="The assignments cannot be shown" error={list.error} onRetry={list.retry} />
    );
  }
  if (list.total === undefined) return <Skeleton label="Loading the assignments" lines={8} />;
  if (list.total === 0) {
    return text === '' ? (
      <Nobody application={application} onAdd={onAdd} />
    ) : (
      <EmptyState
        icon={SearchX}
        title="No assignment matches"
        actions={<Button onPress={onClear}>Clear the search</Button>}
      >
        Nobody who is assigned has “{text}” in the name. Members of assigned groups are not listed
        one by one: check their scope instead.
      </EmptyState>
    );
  }
  return (
    <>
      <VirtualGrid
        label="Assignments"
        columns={assignmentColumns({ onEdit: setEdited, onRemove: remove.mutate })}
        rowCount={list.total}
        rowAt={list.rowAt}
        rowKey={(row) => row.id}
        openKey={openKeyOf(list.rowAt, list.total, id)}
        onOpen={(row) => onExplain(row.principalId)}
        onRange={list.onRange}
      />
      {edited !== undefined && (
        <EditAssignment
          application={application}
          assignment={edited}
          onClose={() => setEdited(undefined)}
        />
      )}
    </>
  );
}

/** The first row of the one whose scope is shown, where it is loaded. */
function openKeyOf(
  rowAt: (index: number) => ListedAssignment | undefined,
  total: number,
  id: string | undefined,
): string | null {
  for (let index = 0; id !== undefined && index < Math.min(total, 500); index += 1) {
    const row = rowAt(index);
    if (row?.principalId === id) return row.id;
  }
  return null;
}

function Nobody({ application, onAdd }: Pick<AssignmentListProps, 'application' | 'onAdd'>) {
  return (
    <EmptyState
      icon={UserRoundCheck}
      title="Nobody is assigned yet"
      actions={
        <Button variant="primary" onPress={onAdd}>
          <Plus aria-hidden className="size-4" />
          Add user/group
        </Button>
      }
    >
      With “Sync only assigned users and groups” only those assigned here are provisioned to{' '}
      {application.displayName}: users, and the immediate members of security-enabled groups.
    </EmptyState>
  );
}
