// A search box without a visible label: icon in front, clear button behind, Escape clears.
import { Search, X } from 'lucide-react';
import type { Ref } from 'react';
import { Button } from 'react-aria-components/Button';
import { Input } from 'react-aria-components/Input';
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField';
import { cx } from './cx.ts';
import { INPUT_CLASSES } from './text-field.tsx';

export interface SearchFieldProps {
  readonly label: string;
  readonly placeholder: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onSubmit?: (value: string) => void;
  readonly isMono?: boolean;
  readonly isInvalid?: boolean;
  /** Id of the element that explains what is wrong. */
  readonly describedBy?: string;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export function SearchField(props: SearchFieldProps) {
  const { label, placeholder, value, onChange, onSubmit, isMono, isInvalid, describedBy } = props;
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      {...(onSubmit === undefined ? {} : { onSubmit })}
      {...(describedBy === undefined ? {} : { 'aria-describedby': describedBy })}
      isInvalid={isInvalid === true}
      validationBehavior="aria"
      className="group relative flex min-w-0 flex-1 items-center"
    >
      <Search aria-hidden className="pointer-events-none absolute left-2 size-3.5 text-ink-3" />
      <Input
        {...(props.inputRef === undefined ? {} : { ref: props.inputRef })}
        placeholder={placeholder}
        spellCheck={false}
        autoComplete="off"
        className={cx(
          INPUT_CLASSES,
          'pr-7 pl-7 data-invalid:border-bad [&::-webkit-search-cancel-button]:hidden',
          isMono === true && 'font-mono text-sm placeholder:font-sans placeholder:text-base',
        )}
      />
      <Button
        aria-label="Clear"
        className="absolute right-0.5 flex size-6 items-center justify-center rounded text-ink-3 group-data-empty:hidden hover:text-ink-1"
      >
        <X aria-hidden className="size-3.5" />
      </Button>
    </AriaSearchField>
  );
}
