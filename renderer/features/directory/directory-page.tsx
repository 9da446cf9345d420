// The directory: people and groups that stand in for an Entra tenant, what is in its recycle bin, and how it is filled.
import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { EntraHeader } from '../entra/entra-page.tsx';
import { DirectoryMenu, DirectoryTaskDialog, type DirectoryTask } from './directory-menu.tsx';
import { GroupDetails } from './group-details.tsx';
import { GroupForm } from './group-form.tsx';
import { GroupsTab } from './groups-tab.tsx';
import { useDirectoryAddress, type DirectoryAddress } from './use-directory-address.ts';
import { UserDetails } from './user-details.tsx';
import { UserForm } from './user-form.tsx';
import { UsersTab } from './users-tab.tsx';

const TABS = ['users', 'groups', 'deleted'] as const;

export function DirectoryPage() {
  const address = useDirectoryAddress();
  const { tab = 'users', id, form } = address;
  const [task, setTask] = useState<DirectoryTask>();
  const list = useRef<HTMLDivElement>(null);

  function close(): void {
    address.go({ id: undefined });
    list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
  }

  function show(next: string): void {
    const found = TABS.find((name) => name === next);
    address.go({ tab: found, id: undefined, text: undefined, state: undefined, sort: undefined });
  }

  return (
    <SplitPane
      storageName="directory"
      sideLabel={tab === 'groups' ? 'Details of the group' : 'Details of the user'}
      side={
        id === undefined ? null : <Details key={id} address={address} id={id} onClose={close} />
      }
    >
      <EntraHeader title="Directory" help="directory">
        <DirectoryMenu onTask={setTask} />
        <NewButton address={address} />
      </EntraHeader>
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && id !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col"
      >
        <Tabs
          label="Directory"
          selected={tab}
          onSelect={show}
          items={[
            { id: 'users', label: 'Users', content: <UsersTab onTask={setTask} /> },
            { id: 'groups', label: 'Groups', content: <GroupsTab /> },
            { id: 'deleted', label: 'Deleted users', content: <UsersTab isBin onTask={setTask} /> },
          ]}
        />
      </div>
      {form !== undefined && <Form key={id} address={address} />}
      <DirectoryTaskDialog task={task} onClose={() => setTask(undefined)} />
    </SplitPane>
  );
}

function NewButton({ address }: { readonly address: DirectoryAddress }) {
  if (address.tab === 'deleted') return null;
  return (
    <Button variant="primary" onPress={() => address.go({ form: 'create', id: undefined })}>
      <Plus aria-hidden className="size-4" />
      {address.tab === 'groups' ? 'New group' : 'New user'}
    </Button>
  );
}

interface DetailsProps {
  readonly address: DirectoryAddress;
  readonly id: string;
  readonly onClose: () => void;
}

function Details({ address, id, onClose }: DetailsProps) {
  return (
    <div
      role="presentation"
      onKeyDown={(event) => {
        const isField = event.target instanceof HTMLInputElement;
        if (event.key === 'Escape' && !event.defaultPrevented && !isField) onClose();
      }}
      className="flex min-h-0 flex-1 flex-col"
    >
      {address.tab === 'groups' ? (
        <GroupDetails id={id} onClose={onClose} />
      ) : (
        <UserDetails id={id} onClose={onClose} />
      )}
    </div>
  );
}

function Form({ address }: { readonly address: DirectoryAddress }) {
  const { tab, form, id } = address;
  const edited = form === 'edit' ? id : undefined;
  const done = (objectId?: string) =>
    address.go({ form: undefined, ...(objectId !== undefined && { id: objectId }) });
  return tab === 'groups' ? (
    <GroupForm id={edited} onDone={done} />
  ) : (
    <UserForm id={edited} onDone={done} />
  );
}
