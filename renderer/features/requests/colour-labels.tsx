// The six labels that people put on requests: each a colour, a shape and a name, so that none depends on its colour.
import { Circle, Diamond, Hexagon, Square, Star, Triangle, type LucideIcon } from 'lucide-react';
import { cx } from '../../ui/cx.ts';

export interface ColourLabel {
  readonly colour: number;
  readonly name: string;
  readonly icon: LucideIcon;
  readonly text: string;
}

export const COLOUR_LABELS: readonly ColourLabel[] = [
  { colour: 1, name: 'Red circle', icon: Circle, text: 'text-bad' },
  { colour: 2, name: 'Amber triangle', icon: Triangle, text: 'text-warn' },
  { colour: 3, name: 'Green square', icon: Square, text: 'text-good' },
  { colour: 4, name: 'Blue diamond', icon: Diamond, text: 'text-accent' },
  { colour: 5, name: 'Violet star', icon: Star, text: 'text-violet' },
  { colour: 6, name: 'Grey hexagon', icon: Hexagon, text: 'text-ink-3' },
];

export function ColourMark({ colour }: { readonly colour: number }) {
  const label = COLOUR_LABELS.find((one) => one.colour === colour);
  if (label === undefined) return null;
  const { icon: Icon, name, text } = label;
  return (
    <Icon
      role="img"
      aria-label={`Label: ${name}`}
      className={cx('size-3.5 shrink-0 fill-current', text)}
    />
  );
}
