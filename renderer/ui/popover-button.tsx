// A button that opens a small panel under itself; Escape or a press outside closes it.
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { Button } from './button.tsx';
import { IconButton } from './icon-button.tsx';

interface PopoverButtonProps {
  /** Name of the panel, and of the button where it has no caption. */
  readonly label: string;
  readonly icon: LucideIcon;
  /** Text on the button; without it the button is its icon. */
  readonly caption?: string;
  readonly isPressed?: boolean;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
}

export function PopoverButton(props: PopoverButtonProps) {
  const { label, icon: Icon, caption, isPressed, children } = props;
  return (
    <DialogTrigger>
      {caption === undefined ? (
        <IconButton icon={Icon} label={label} {...(isPressed === undefined ? {} : { isPressed })} />
      ) : (
        <Button variant="ghost" aria-label={`${label}: ${caption}`}>
          <Icon aria-hidden className="size-4" strokeWidth={1.75} />
          {caption}
        </Button>
      )}
      <Popover
        placement="bottom end"
        className="max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface-1 shadow-pop"
      >
        <Dialog aria-label={label} className="max-h-[inherit] overflow-y-auto p-1 outline-none">
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
