// One choice out of several, in a list that drops down.
import { Check, ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select, SelectValue } from 'react-aria-components/Select';
import { Text } from 'react-aria-components/Text';
import { cx } from './cx.ts';
import { INPUT_CLASSES } from './text-field.tsx';

interface SelectFieldProps<Value extends string> {
  readonly label: string;
  /** The label is for screen readers only. */
  readonly isLabelHidden?: boolean;
  readonly hint?: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly isDisabled?: boolean;
}

export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const {
    label,
    isLabelHidden = false,
    hint,
    options,
    value,
    onChange,
    isDisabled = false,
  } = props;
  function choose(key: unknown): void {
    const chosen = options.find((option) => option.value === key);
    if (chosen !== undefined) onChange(chosen.value);
  }
  return (
    <Select
      selectedKey={value}
      onSelectionChange={choose}
      isDisabled={isDisabled}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      className="flex min-w-0 flex-col gap-1"
    >
      {!isLabelHidden && <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <Button
        className={cx(
          INPUT_CLASSES,
          'flex cursor-default items-center gap-2 text-left disabled:opacity-50',
        )}
      >
        <SelectValue className="min-w-0 flex-1 truncate">
          {({ selectedText }) => selectedText}
        </SelectValue>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Button>
      {hint !== undefined && (
        <Text slot="description" className="text-sm text-ink-3">
          {hint}
        </Text>
      )}
      <Popover className="min-w-(--trigger-width) overflow-auto rounded-md border border-line bg-surface-1 p-1 shadow-pop">
        <ListBox className="outline-none">
          {options.map((option) => (
            <ListBoxItem
              key={option.value}
              id={option.value}
              textValue={option.label}
              className="group flex h-7 cursor-default items-center gap-2 rounded px-2 -outline-offset-2 data-focused:bg-surface-3"
            >
              <span className="flex-1">{option.label}</span>
              <Check
                aria-hidden
                className="invisible size-3.5 text-accent group-data-selected:visible"
              />
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  );
}
