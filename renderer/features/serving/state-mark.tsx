// The shape that stands for a state of serving: a full dot while requests are served, else a sign in its colour.
import { cx } from '../../ui/cx.ts';
import type { ServingLook } from './serving-state.ts';

export function StateMark({ icon: Icon, ink }: ServingLook) {
  return Icon === undefined ? (
    <span aria-hidden className="mx-1 size-2 shrink-0 rounded-full bg-good" />
  ) : (
    <Icon aria-hidden className={cx('size-4 shrink-0', ink)} />
  );
}
