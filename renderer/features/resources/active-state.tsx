// Whether a user may sign in: an icon and a word, never a colour alone.
import { CircleCheck, CircleSlash } from 'lucide-react';
import { cx } from '../../ui/cx.ts';

interface ActiveStateProps {
  readonly isActive: boolean;
}

export function ActiveState({ isActive }: ActiveStateProps) {
  const Icon = isActive ? CircleCheck : CircleSlash;
  return (
    <span className={cx('flex items-center gap-1.5', isActive ? 'text-good' : 'text-ink-3')}>
      <Icon aria-hidden className="size-3.5 shrink-0" strokeWidth={2} />
      {isActive ? 'Active' : 'Inactive'}
    </span>
  );
}
