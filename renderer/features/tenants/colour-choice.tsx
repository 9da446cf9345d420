// One of a few colours, each with its name.
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { LabelColour } from '../../../shared/admin/setting.ts';
import { SETTING_WORDS } from '../../../shared/admin/setting-words.ts';
import { cx } from '../../ui/cx.ts';
import { COLOUR_DOT } from './label-colour.ts';

interface ColourChoiceProps {
  readonly label: string;
  readonly isLabelHidden?: boolean;
  readonly colours: readonly LabelColour[];
  readonly value: LabelColour;
  readonly onChange: (colour: LabelColour) => void;
}

export function ColourChoice(props: ColourChoiceProps) {
  const { label, isLabelHidden = false, colours, value, onChange } = props;
  function choose(chosen: string): void {
    const colour = colours.find((one) => one === chosen);
    if (colour !== undefined) onChange(colour);
  }
  return (
    <RadioGroup
      value={value}
      onChange={choose}
      orientation="horizontal"
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className="flex flex-col gap-1"
    >
      {!isLabelHidden && <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <div className="flex flex-wrap gap-1">
        {colours.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            className="flex h-7 cursor-default items-center gap-1.5 rounded-md border border-line px-2 data-focus-visible:outline-2 data-focus-visible:outline-offset-1 data-focus-visible:outline-focus data-selected:border-accent data-selected:bg-accent-soft data-selected:font-medium data-selected:text-ink-1"
          >
            <span aria-hidden className={cx('size-2.5 rounded-full', COLOUR_DOT[colour])} />
            {SETTING_WORDS['general.instanceColour'].labels?.[colour] ?? colour}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
