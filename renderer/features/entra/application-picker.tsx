// The enterprise application on screen, the way to the others, and what can be done with it.
import { AppWindow, Check, ChevronsUpDown, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Header, Menu, MenuItem, MenuSection, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Separator } from 'react-aria-components/Separator';
import { ApplicationDialog, type ApplicationTask } from './application-dialogs.tsx';
import type { ApplicationChoice } from './use-application.ts';

const ITEM_CLASSES =
  'flex min-h-8 cursor-default items-center gap-2.5 rounded-md px-2.5 py-1 outline-none data-focused:bg-accent-soft';

const ACTIONS = [
  ['create', Plus, 'Create an application…'],
  ['rename', Pencil, 'Rename this application…'],
  ['delete', Trash2, 'Delete this application…'],
] as const;

export function ApplicationPicker({ choice }: { readonly choice: ApplicationChoice }) {
  const { application } = choice;
  const [task, setTask] = useState<ApplicationTask>();
  if (application === undefined) return null;
  return (
    <>
      <MenuTrigger>
        <Button
          aria-label={`Application: ${application.displayName}`}
          className="flex h-7 min-w-0 cursor-default items-center gap-2 rounded-md border border-line bg-surface-1 px-2 font-medium shadow-xs hover:bg-surface-2"
        >
          <AppWindow aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
          <span className="max-w-40 truncate">{application.displayName}</span>
          <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
        </Button>
        <Popover
          placement="bottom end"
          className="w-72 max-w-[calc(100vw-1rem)] overflow-auto rounded-lg border border-line bg-surface-1 p-1.5 shadow-pop"
        >
          <ApplicationMenu choice={choice} onTask={setTask} />
        </Popover>
      </MenuTrigger>
      {task !== undefined && (
        <ApplicationDialog task={task} choice={choice} onClose={() => setTask(undefined)} />
      )}
    </>
  );
}

interface ApplicationMenuProps {
  readonly choice: ApplicationChoice;
  readonly onTask: (task: ApplicationTask) => void;
}

function ApplicationMenu({ choice, onTask }: ApplicationMenuProps) {
  const { application, applications = [] } = choice;
  return (
    <Menu aria-label="Enterprise applications" className="outline-none">
      <MenuSection>
        <Header className="px-2.5 pt-1 pb-1 text-xs font-semibold tracking-wide text-ink-3 uppercase">
          Enterprise applications
        </Header>
        {applications.map(({ id, displayName }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={displayName}
            onAction={() => choice.choose(id)}
            className={ITEM_CLASSES}
          >
            <span className="flex-1 truncate font-medium">{displayName}</span>
            {id === application?.id && (
              <>
                <Check aria-hidden className="size-4 text-accent" />
                <span className="sr-only">On screen</span>
              </>
            )}
          </MenuItem>
        ))}
      </MenuSection>
      <Separator className="my-1.5 h-px border-0 bg-line" />
      {ACTIONS.map(([id, Icon, label]) => (
        <MenuItem
          key={id}
          id={id}
          textValue={label}
          onAction={() => onTask(id)}
          className={ITEM_CLASSES}
        >
          <Icon aria-hidden className="size-4 text-ink-3" strokeWidth={1.75} />
          {label}
        </MenuItem>
      ))}
    </Menu>
  );
}
