// A button that opens a menu of actions.
import { ChevronDown, type LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Menu, MenuItem, MenuTrigger } from 'react-aria-components/Menu';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: LucideIcon;
  /** Keys that do the same, such as `R`. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  readonly isDangerous?: boolean;
  readonly onAction: () => void;
}

interface MenuButtonProps {
  readonly label: string;
  readonly actions: readonly MenuAction[];
  /** With an icon alone, `label` is its name and tooltip. */
  readonly icon?: LucideIcon;
  readonly isDisabled?: boolean;
}

export function MenuButton({ label, actions, icon, isDisabled = false }: MenuButtonProps) {
  return (
    <MenuTrigger>
      {icon === undefined ? (
        <Button isDisabled={isDisabled}>
          {label}
          <ChevronDown aria-hidden className="size-3.5" />
        </Button>
      ) : (
        <IconButton icon={icon} label={label} isDisabled={isDisabled} />
      )}
      <Popover className="min-w-44 overflow-auto rounded-md border border-line bg-surface-1 p-1 shadow-pop">
        <ActionMenu label={label} actions={actions} />
      </Popover>
    </MenuTrigger>
  );
}

/** The menu itself, for a popover of another kind. */
export function ActionMenu({ label, actions }: Pick<MenuButtonProps, 'label' | 'actions'>) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu that opens takes the focus (ARIA Authoring Practices)
    <Menu aria-label={label} autoFocus="first" className="outline-none">
      {actions.map((action) => (
        <MenuItem
          key={action.id}
          id={action.id}
          textValue={action.label}
          isDisabled={action.isDisabled ?? false}
          onAction={action.onAction}
          className="flex h-7 cursor-default items-center gap-2 rounded px-2 -outline-offset-2 data-disabled:opacity-50 data-focused:bg-surface-3"
        >
          <Face {...action} />
        </MenuItem>
      ))}
    </Menu>
  );
}

function Face({ icon: Icon, label, keys, isDangerous = false }: MenuAction): ReactNode {
  return (
    <>
      {Icon !== undefined && <Icon aria-hidden className="size-4 shrink-0 text-ink-3" />}
      <span className={isDangerous ? 'flex-1 text-bad' : 'flex-1'}>{label}</span>
      {keys !== undefined && (
        <kbd className="rounded border border-line px-1 text-xs text-ink-3">{keys}</kbd>
      )}
    </>
  );
}
