// A yes or no, or a member of a set.
import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox, type CheckboxProps } from 'react-aria-components/Checkbox';

interface CheckBoxProps extends Omit<CheckboxProps, 'className' | 'style' | 'children'> {
  readonly children?: ReactNode;
}

export function CheckBox({ children, ...rest }: CheckBoxProps) {
  return (
    <Checkbox
      {...rest}
      className="group flex min-h-6 cursor-default items-center gap-2 data-disabled:opacity-50"
    >
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="flex size-4 shrink-0 items-center justify-center rounded border border-line-strong bg-surface-1 text-on-accent group-data-focus-visible:outline-2 group-data-focus-visible:outline-offset-2 group-data-focus-visible:outline-focus group-data-indeterminate:border-transparent group-data-indeterminate:bg-accent-fill group-data-selected:border-transparent group-data-selected:bg-accent-fill">
            {isIndeterminate && <Minus aria-hidden className="size-3" strokeWidth={3} />}
            {isSelected && !isIndeterminate && (
              <Check aria-hidden className="size-3" strokeWidth={3} />
            )}
          </span>
          {children}
        </>
      )}
    </Checkbox>
  );
}
