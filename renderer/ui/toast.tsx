// Short messages in the corner, read out as they come. Never the only place where something is said: Activity keeps all.
// One with an action stays until it is used or dismissed; the others stay while the pointer or the focus is on them.
import { CircleAlert, CircleCheck, Info, X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { create } from 'zustand';
import { recordActivity } from './activity.ts';
import { announce } from './announcer.tsx';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { IconButton } from './icon-button.tsx';
import { TONE_TEXT } from './tone.ts';

export interface ToastMessage {
  readonly tone: 'good' | 'bad' | 'neutral';
  readonly message: string;
  /** Such as Undo, or a way to what the message tells of. */
  readonly action?: { readonly label: string; readonly run: () => void };
}

interface ToastState {
  readonly nextId: number;
  readonly toasts: readonly (ToastMessage & { readonly id: number })[];
}

const MOST_SHOWN = 3;
const ICONS = { good: CircleCheck, bad: CircleAlert, neutral: Info };

const useToasts = create<ToastState>(() => ({ nextId: 1, toasts: [] }));

export function toast(message: ToastMessage): void {
  recordActivity(message);
  announce(message.message, message.tone === 'bad' ? 'assertive' : 'polite');
  useToasts.setState(({ nextId, toasts }) => ({
    nextId: nextId + 1,
    toasts: [
      ...toasts.filter((one) => one.message !== message.message),
      { ...message, id: nextId },
    ].slice(-MOST_SHOWN),
  }));
}

interface ToastRegionProps {
  /** Which messages are shown; one with an action always is. */
  readonly show: 'all' | 'problems' | 'none';
  readonly seconds: number;
}

/** Mount once. */
export function ToastRegion({ show, seconds }: ToastRegionProps) {
  const toasts = useToasts((state) => state.toasts);
  const shown = toasts.filter(
    ({ tone, action }) =>
      action !== undefined || show === 'all' || (show === 'problems' && tone === 'bad'),
  );
  return (
    <section
      aria-label="Notifications"
      className="pointer-events-none fixed right-4 bottom-10 z-50 flex w-80 max-w-[calc(100vw-2rem)] flex-col gap-2"
    >
      {shown.map((one) => (
        <ToastCard key={one.id} {...one} seconds={seconds} onClose={() => dismiss(one.id)} />
      ))}
    </section>
  );
}

interface ToastCardProps extends ToastMessage {
  readonly seconds: number;
  readonly onClose: () => void;
}

function ToastCard({ tone, message, action, seconds, onClose }: ToastCardProps) {
  const Icon = ICONS[tone];
  const { hold, release } = useDismissal(action === undefined ? seconds * 1000 : null, onClose);
  return (
    // The handlers only keep the message on show; nothing is done by them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- see above
    <div
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocus={hold}
      onBlur={release}
      className="pointer-events-auto flex items-start gap-2 rounded-lg border border-line bg-surface-1 py-1.5 pr-1.5 pl-3 shadow-pop"
    >
      <Icon aria-hidden className={cx('mt-1.5 size-4 shrink-0', TONE_TEXT[tone])} />
      <p className="min-w-0 flex-1 py-1 wrap-break-word">{message}</p>
      {action !== undefined && (
        <Button
          onPress={() => {
            onClose();
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon={X} label="Dismiss" onPress={onClose} />
    </div>
  );
}

function useDismissal(milliseconds: number | null, onClose: () => void) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (milliseconds === null || isHeld) return undefined;
    const timer = setTimeout(onClose, milliseconds);
    return () => clearTimeout(timer);
    // The card is timed from its first showing; later renders do not restart the clock.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
  }, [isHeld, milliseconds]);
  return { hold: () => setIsHeld(true), release: () => setIsHeld(false) };
}

function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }));
}
