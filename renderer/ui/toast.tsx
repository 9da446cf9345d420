// Short messages in the corner, read out politely. Never the only place where something is said.
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { create } from 'zustand';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { TONE_TEXT } from './tone.ts';

export interface ToastMessage {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly message: string;
  /** What can be done about it, such as Undo; the message then stays longer. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastState {
  readonly nextId: number;
  readonly toasts: readonly (ToastMessage & { readonly id: number })[];
}

const SHOWN_MS = 5000;
const WITH_ACTION_MS = 15_000;
const MOST_SHOWN = 3;
const ICONS = { good: CircleCheck, bad: CircleAlert, neutral: Info };

const useToasts = create<ToastState>(() => ({ nextId: 1, toasts: [] }));

export function toast(message: ToastMessage): void {
  useToasts.setState(({ nextId, toasts }) => ({
    nextId: nextId + 1,
    toasts: [
      ...toasts.filter((one) => one.message !== message.message),
      { ...message, id: nextId },
    ].slice(-MOST_SHOWN),
  }));
}

/** Mount once. */
export function ToastRegion() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <div
      role="status"
      aria-label="Notifications"
      className="pointer-events-none fixed right-4 bottom-10 z-50 flex w-80 flex-col gap-2"
    >
      {toasts.map((one) => (
        <ToastCard key={one.id} {...one} onClose={() => dismiss(one.id)} />
      ))}
    </div>
  );
}

interface ToastCardProps extends ToastMessage {
  readonly onClose: () => void;
}

function ToastCard({ tone, message, action, onClose }: ToastCardProps) {
  const Icon = ICONS[tone];
  const pause = useDismissal(onClose, action === undefined ? SHOWN_MS : WITH_ACTION_MS);
  function act(): void {
    onClose();
    action?.run();
  }
  return (
    <div
      onFocus={pause}
      onPointerEnter={pause}
      className="pointer-events-auto flex items-start gap-2 rounded-lg border border-line bg-surface-1 py-1.5 pr-1.5 pl-3 shadow-pop"
    >
      <Icon aria-hidden className={cx('mt-1.5 size-4 shrink-0', TONE_TEXT[tone])} />
      <p className="min-w-0 flex-1 py-1 wrap-break-word">{message}</p>
      {action !== undefined && (
        <Button variant="ghost" onPress={act}>
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" onPress={onClose} />
    </div>
  );
}

/** Returns what stops the clock: somebody is about to use the message. */
function useDismissal(onClose: () => void, shownMs: number): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    timer.current = setTimeout(onClose, shownMs);
    return () => clearTimeout(timer.current);
    // The card is timed from its first showing; later renders do not restart the clock.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, []);
  return () => clearTimeout(timer.current);
}

function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}
