// How a step stands, as a shape with a name.
import {
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CircleX,
  Loader,
  OctagonAlert,
} from 'lucide-react';
import type { StepState } from '../../../shared/scenario/report.ts';
import { cx } from '../../ui/cx.ts';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';

const LOOKS = {
  waiting: { icon: CircleDashed, tone: 'neutral', word: 'Not played yet' },
  running: { icon: Loader, tone: 'accent', word: 'Under way' },
  passed: { icon: CircleCheck, tone: 'good', word: 'As expected' },
  failed: { icon: CircleX, tone: 'bad', word: 'Not as expected' },
  broken: { icon: OctagonAlert, tone: 'bad', word: 'Could not be carried out' },
  skipped: { icon: CircleMinus, tone: 'neutral', word: 'Left out' },
} as const satisfies Record<StepState, { icon: typeof CircleX; tone: Tone; word: string }>;

export function StepStateIcon({ state }: { readonly state: StepState }) {
  const { icon: Icon, tone, word } = LOOKS[state];
  return <Icon role="img" aria-label={word} className={cx('size-4 shrink-0', TONE_TEXT[tone])} />;
}
