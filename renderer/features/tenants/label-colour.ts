// The colours that tell tenants and instances apart. A colour never stands alone: a name is always beside it.
import type { LabelColour } from '../../../shared/admin/setting.ts';

/** Of a dot. */
export const COLOUR_DOT: Record<LabelColour, string> = {
  none: 'bg-line-strong',
  blue: 'bg-label-blue',
  green: 'bg-label-green',
  amber: 'bg-label-amber',
  red: 'bg-label-red',
  violet: 'bg-label-violet',
};

/** Of a filled label. */
export const COLOUR_FILL: Record<LabelColour, string> = {
  none: 'bg-surface-3 text-ink-1',
  blue: 'bg-label-blue text-on-label',
  green: 'bg-label-green text-on-label',
  amber: 'bg-label-amber text-on-label',
  red: 'bg-label-red text-on-label',
  violet: 'bg-label-violet text-on-label',
};
