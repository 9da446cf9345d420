// Users and groups: who is assigned to the application with which role, the app roles, and why somebody is in scope.
import { getRouteApi } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import type { Application } from '../../../shared/simulator/application.ts';
import { Button } from '../../ui/button.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EntraPage } from '../entra/entra-page.tsx';
import { AddAssignment } from './add-assignment.tsx';
import { AppRolesTab } from './app-roles-tab.tsx';
import { AssignmentsTab } from './assignments-tab.tsx';
import { ScopeExplainer } from './scope-explainer.tsx';

const route = getRouteApi('/entra/users-and-groups');

export function UsersAndGroupsPage() {
  const [isAdding, setIsAdding] = useState(false);
  return (
    <EntraPage
      title="Users and groups"
      help="directory"
      actions={() => (
        <Button variant="primary" onPress={() => setIsAdding(true)}>
          <Plus aria-hidden className="size-4" />
          Add user/group
        </Button>
      )}
    >
      {(application) => (
        <>
          <Content application={application} onAdd={() => setIsAdding(true)} />
          {isAdding && (
            <AddAssignment application={application} onClose={() => setIsAdding(false)} />
          )}
        </>
      )}
    </EntraPage>
  );
}

interface ContentProps {
  readonly application: Application;
  readonly onAdd: () => void;
}

function Content({ application, onAdd }: ContentProps) {
  const { tab = 'assignments', id } = route.useSearch();
  const navigate = route.useNavigate();
  const list = useRef<HTMLDivElement>(null);

  function explain(next: string | undefined): void {
    void navigate({ search: (search) => ({ ...search, id: next }) });
    if (next !== undefined) return;
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  return (
    <SplitPane
      storageName="assignments"
      sideLabel="Scope"
      side={
        id === undefined ? null : (
          <ScopeExplainer application={application} id={id} onExplain={explain} />
        )
      }
    >
      <div ref={list} className="flex min-h-0 flex-1 flex-col">
        <Tabs
          label="Users and groups"
          selected={tab}
          onSelect={(next) =>
            void navigate({
              search: (search) => ({ ...search, tab: next === 'roles' ? 'roles' : undefined }),
              replace: true,
            })
          }
          items={[
            {
              id: 'assignments',
              label: 'Assignments',
              content: (
                <AssignmentsTab application={application} onAdd={onAdd} onExplain={explain} />
              ),
            },
            {
              id: 'roles',
              label: 'App roles',
              note: String(application.appRoles.length),
              content: <AppRolesTab application={application} />,
            },
          ]}
        />
      </div>
    </SplitPane>
  );
}
