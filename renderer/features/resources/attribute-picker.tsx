// Picks an attribute of the tenant's schema by typing; a path with a value filter may be written out.
import { ChevronsUpDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { ComboBox } from 'react-aria-components/ComboBox';
import { FieldError } from 'react-aria-components/FieldError';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { cx } from '../../ui/cx.ts';
import { INPUT_CLASSES } from '../../ui/text-field.tsx';
import { flattenAttributes, type TypeSchema } from './schema-model.ts';

interface AttributePickerProps {
  readonly label: string;
  readonly schema: TypeSchema | undefined;
  readonly path: string;
  readonly error?: string | undefined;
  readonly onChange: (path: string) => void;
}

export function AttributePicker({ label, schema, path, error, onChange }: AttributePickerProps) {
  const attributes = schema === undefined ? [] : flattenAttributes(schema);
  const items = attributes
    .filter(({ isReadOnly, returned }) => !isReadOnly && returned !== 'never')
    .map((attribute) => ({ id: attribute.path, type: attribute.type }));
  return (
    <ComboBox
      defaultItems={items}
      inputValue={path}
      onInputChange={onChange}
      allowsCustomValue
      menuTrigger="focus"
      isInvalid={error !== undefined}
      validationBehavior="aria"
      className="flex min-w-0 flex-col gap-1"
    >
      <Label className="text-sm font-medium text-ink-2">{label}</Label>
      <div className="relative">
        <Input className={cx(INPUT_CLASSES, 'pr-7 font-mono text-sm data-invalid:border-bad')} />
        <Button className="absolute top-0.5 right-0.5 flex size-6 items-center justify-center rounded text-ink-3 hover:text-ink-1">
          <ChevronsUpDown aria-hidden className="size-3.5" />
        </Button>
      </div>
      <FieldError className="text-sm text-bad">{error}</FieldError>
      <Popover className="w-(--trigger-width) overflow-auto rounded-lg border border-line bg-surface-1 p-1 shadow-pop">
        <ListBox<{ id: string; type: string }> className="max-h-64 overflow-auto outline-none">
          {({ id, type }) => (
            <ListBoxItem
              id={id}
              textValue={id}
              className="flex cursor-default items-baseline gap-2 rounded-md px-2 py-0.5 data-focused:bg-accent-soft"
            >
              <span className="min-w-0 flex-1 font-mono text-sm wrap-anywhere">{id}</span>
              <span className="text-sm text-ink-3">{type}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
