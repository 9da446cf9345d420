// Whether somebody may sign in, or is deleted: an icon and a word, never a colour alone.
import { CircleCheck, CircleSlash, Trash2 } from 'lucide-react';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import { cx } from '../../ui/cx.ts';

const LOOKS = {
  enabled: { icon: CircleCheck, tone: 'text-good', word: 'Enabled' },
  disabled: { icon: CircleSlash, tone: 'text-ink-3', word: 'Sign-in blocked' },
  deleted: { icon: Trash2, tone: 'text-bad', word: 'Deleted' },
} as const;

export function AccountState({ user }: { readonly user: DirectoryUser }) {
  const { icon: Icon, tone, word } = LOOKS[stateOf(user)];
  return (
    <span className={cx('flex items-center gap-1.5 whitespace-nowrap', tone)}>
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {word}
    </span>
  );
}

function stateOf({ accountEnabled, deletedDateTime }: DirectoryUser): keyof typeof LOOKS {
  if (deletedDateTime !== null) return 'deleted';
  return accountEnabled ? 'enabled' : 'disabled';
}
