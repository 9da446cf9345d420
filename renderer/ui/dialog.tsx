// A modal dialog: focus stays inside and goes back where it came from; Escape closes.
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { cx } from './cx.ts';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons, the main one last. */
  readonly actions: ReactNode;
  readonly size?: 'small' | 'medium' | 'large';
  /** `alertdialog` for a question that must be answered. */
  readonly role?: 'dialog' | 'alertdialog';
  /** There is nothing inside that takes the focus, so that arrow keys can scroll it. */
  readonly isText?: boolean;
}

const SIZES = { small: 'w-[26rem]', medium: 'w-[36rem]', large: 'w-[52rem]' };

export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, size = 'small', role = 'dialog' } = props;
  const { isText = false } = props;
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable={role === 'dialog'}
      className="fixed inset-0 z-40 flex items-start justify-center bg-veil px-4 pt-[12vh] pb-4"
    >
      <Modal className={cx('flex max-h-full max-w-full', SIZES[size])}>
        <AriaDialog
          role={role}
          className="flex max-h-full min-h-0 w-full flex-col rounded-lg border border-line bg-surface-1 shadow-pop outline-none"
        >
          <Heading slot="title" className="px-5 pt-4 pb-2 text-lg font-semibold">
            {title}
          </Heading>
          <div
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so the keyboard must get there
            {...(isText ? { tabIndex: 0, role: 'group', 'aria-label': title } : {})}
            className="min-h-0 flex-1 overflow-y-auto px-5 pb-4 text-ink-2 -outline-offset-2"
          >
            {children}
          </div>
          <div className="flex justify-end gap-2 border-t border-line px-5 py-3">{actions}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
