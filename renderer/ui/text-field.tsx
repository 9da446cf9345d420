// A labelled line of text with an optional hint and error.
import type { Ref } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { Text } from 'react-aria-components/Text';
import {
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components/TextField';
import { cx } from './cx.ts';

export interface TextFieldProps extends Omit<
  AriaTextFieldProps,
  'className' | 'style' | 'children' | 'isInvalid'
> {
  /** Left out where `aria-label` names the field. */
  readonly label?: string;
  readonly hint?: string;
  /** What is wrong, or nothing. */
  readonly error?: string | undefined;
  readonly placeholder?: string;
  readonly isMono?: boolean;
  readonly inputRef?: Ref<HTMLInputElement>;
}

export const INPUT_CLASSES =
  'h-7 w-full min-w-0 rounded-md border border-line-strong bg-surface-1 px-2 text-ink-1 placeholder:text-ink-3';

export function TextField(props: TextFieldProps) {
  const { label, hint, error, placeholder, isMono, inputRef, ...rest } = props;
  return (
    <AriaTextField
      {...rest}
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      {label !== undefined && <Label className="text-sm font-medium text-ink-2">{label}</Label>}
      <Input
        {...(inputRef === undefined ? {} : { ref: inputRef })}
        {...(placeholder === undefined ? {} : { placeholder })}
        className={cx(
          INPUT_CLASSES,
          isMono === true && 'font-mono text-sm',
          'data-invalid:border-bad',
        )}
      />
      {hint !== undefined && (
        <Text slot="description" className="text-sm text-ink-3">
          {hint}
        </Text>
      )}
      <FieldError className="text-sm text-bad">{error}</FieldError>
    </AriaTextField>
  );
}
