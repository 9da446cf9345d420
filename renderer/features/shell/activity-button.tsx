// What has happened in this window: every message and event, also those that have left the corner. A reload keeps it.
import { CircleAlert, CircleCheck, Info, ListTree } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Dialog, DialogTrigger, Heading } from 'react-aria-components/Dialog';
import { Popover } from 'react-aria-components/Popover';
import { create } from 'zustand';
import {
  clearActivity,
  markActivitySeen,
  useActivity,
  type ActivityEntry,
} from '../../ui/activity.ts';
import { Button as TextButton } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { formatTime } from '../../ui/format.ts';
import { TONE_TEXT } from '../../ui/tone.ts';

const useActivityPane = create<{ readonly isOpen: boolean }>(() => ({ isOpen: false }));

export function setActivityOpen(isOpen: boolean): void {
  markActivitySeen();
  useActivityPane.setState({ isOpen });
}

export function ActivityButton() {
  const isOpen = useActivityPane((state) => state.isOpen);
  const unseen = useActivity((state) => state.unseen);
  return (
    <DialogTrigger isOpen={isOpen} onOpenChange={setActivityOpen}>
      <Button className="-mr-1 flex h-6 cursor-default items-center gap-1.5 rounded px-1.5 text-ink-2 hover:bg-surface-3 hover:text-ink-1">
        <ListTree aria-hidden className="size-3.5" />
        Activity
        {unseen > 0 && (
          <span className="rounded-full bg-surface-3 px-1.5 text-xs font-semibold text-ink-1">
            {unseen > 99 ? '99+' : unseen}
            <span className="sr-only"> new</span>
          </span>
        )}
      </Button>
      <Popover
        placement="top end"
        className="flex max-h-[60vh] w-96 max-w-[calc(100vw-1rem)] rounded-lg border border-line bg-surface-1 shadow-pop"
      >
        <Dialog className="flex min-h-0 flex-1 flex-col outline-none">
          <ActivityList />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function ActivityList() {
  const entries = useActivity((state) => state.entries);
  return (
    <>
      <div className="flex h-11 shrink-0 items-center justify-between border-b border-line px-4">
        <Heading slot="title" className="text-lg font-semibold">
          Activity
        </Heading>
        <TextButton variant="ghost" isDisabled={entries.length === 0} onPress={clearActivity}>
          Clear
        </TextButton>
      </div>
      {entries.length === 0 ? (
        <p className="px-4 py-6 text-center text-ink-2">
          Nothing yet. Every message of this window is kept here until it is closed.
        </p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
        <ol className="min-h-0 flex-1 overflow-y-auto py-1" tabIndex={0} aria-label="Activity">
          {entries.map((entry) => (
            <ActivityRow key={entry.id} {...entry} />
          ))}
        </ol>
      )}
    </>
  );
}

const ICONS = { good: CircleCheck, bad: CircleAlert, neutral: Info };
const WORDS = { good: 'Done', bad: 'Problem', neutral: 'Note' };

function ActivityRow({ tone, at, message }: ActivityEntry) {
  const Icon = ICONS[tone];
  return (
    <li className="flex items-start gap-2 px-4 py-1.5">
      <Icon aria-label={WORDS[tone]} className={cx('mt-0.5 size-4 shrink-0', TONE_TEXT[tone])} />
      <span className="min-w-0 flex-1 wrap-break-word">{message}</span>
      <time dateTime={at} className="text-sm text-ink-3 tabular-nums">
        {formatTime(at).slice(0, 8)}
      </time>
    </li>
  );
}
