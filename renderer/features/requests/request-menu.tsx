// The menu of a row: everything that can be done to a request, or to all that are selected.
import { useRef } from 'react';
import { Popover } from 'react-aria-components/Popover';
import type { MenuPlace } from '../../ui/grid-types.ts';
import { ActionMenu, type MenuAction } from '../../ui/menu-button.tsx';

export interface OpenMenu {
  readonly place: MenuPlace;
  readonly actions: readonly MenuAction[];
}

interface RequestMenuProps {
  readonly menu: OpenMenu | null;
  readonly onClose: () => void;
}

export function RequestMenu({ menu, onClose }: RequestMenuProps) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span
        ref={anchor}
        aria-hidden
        className="pointer-events-none fixed size-px"
        style={{ left: menu?.place.x ?? 0, top: menu?.place.y ?? 0 }}
      />
      <Popover
        triggerRef={anchor}
        isOpen={menu !== null}
        onOpenChange={(isOpen) => !isOpen && onClose()}
        placement="bottom start"
        className="min-w-56 overflow-auto rounded-md border border-line bg-surface-1 p-1 shadow-pop"
      >
        {menu !== null && (
          <ActionMenu
            label="Request"
            actions={menu.actions.map((action) => ({
              ...action,
              onAction() {
                onClose();
                action.onAction();
              },
            }))}
          />
        )}
      </Popover>
    </>
  );
}
