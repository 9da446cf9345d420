// Tones of meaning, shared by badges, icons and messages. A tone never stands alone: an icon or word goes with it.

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad' | 'violet';

export const TONE_TEXT: Record<Tone, string> = {
  neutral: 'text-ink-3',
  accent: 'text-accent',
  good: 'text-good',
  warn: 'text-warn',
  bad: 'text-bad',
  violet: 'text-violet',
};

export const TONE_SOFT: Record<Tone, string> = {
  neutral: 'bg-surface-2 text-ink-2',
  accent: 'bg-accent-soft text-accent',
  good: 'bg-good-soft text-good',
  warn: 'bg-warn-soft text-warn',
  bad: 'bg-bad-soft text-bad',
  violet: 'bg-surface-2 text-violet',
};
