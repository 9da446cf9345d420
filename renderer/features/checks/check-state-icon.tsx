// How a check ended, as a shape with a name.
import { CircleCheck, CircleDashed, CircleMinus, CircleSlash, CircleX } from 'lucide-react';
import { cx } from '../../ui/cx.ts';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';
import type { CheckState } from './check-model.ts';

const LOOKS = {
  passed: { icon: CircleCheck, tone: 'good', word: 'Passed' },
  failed: { icon: CircleX, tone: 'bad', word: 'Failed' },
  skipped: { icon: CircleMinus, tone: 'neutral', word: 'Skipped' },
  waiting: { icon: CircleDashed, tone: 'neutral', word: 'Not run yet' },
  missed: { icon: CircleSlash, tone: 'neutral', word: 'Not run' },
} as const satisfies Record<CheckState, { icon: typeof CircleX; tone: Tone; word: string }>;

interface CheckStateIconProps {
  readonly state: CheckState;
  /** A failure that the run does not count as one. */
  readonly isMild?: boolean;
}

export function CheckStateIcon({ state, isMild = false }: CheckStateIconProps) {
  const { icon: Icon, tone, word } = LOOKS[state];
  const shown = isMild && state === 'failed' ? 'warn' : tone;
  return <Icon role="img" aria-label={word} className={cx('size-4 shrink-0', TONE_TEXT[shown])} />;
}
