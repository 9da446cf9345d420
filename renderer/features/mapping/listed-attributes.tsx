// What both attribute lists of a job are edited in: one line for each attribute, and the whole list applied at once.
import { Plus, Trash2 } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';

interface ListedAttributesDialogProps<Attribute> {
  readonly title: string;
  /** How attributes are named. */
  readonly intro: ReactNode;
  readonly initial: readonly Attribute[];
  /** What a new line begins as. */
  readonly blank: Attribute;
  readonly isComplete: (list: readonly Attribute[]) => boolean;
  readonly renderLine: (line: Line<Attribute>) => ReactNode;
  readonly onApply: (list: Attribute[]) => void;
  readonly onClose: () => void;
}

interface Line<Attribute> {
  readonly attribute: Attribute;
  readonly index: number;
  readonly list: readonly Attribute[];
  /** null: removed. */
  readonly onChange: (attribute: Attribute | null) => void;
}

export function ListedAttributesDialog<Attribute>(props: ListedAttributesDialogProps<Attribute>) {
  const { title, intro, initial, blank, isComplete, renderLine, onApply, onClose } = props;
  const [list, setList] = useState(initial);

  function change(index: number, next: Attribute | null): void {
    setList(list.flatMap((one, place) => (place === index ? (next ?? []) : one)));
  }

  return (
    <Dialog
      isOpen
      size="large"
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isComplete(list)}
            onPress={() => {
              onApply([...list]);
              onClose();
            }}
          >
            Apply
          </Button>
        </>
      }
    >
      <p className="pb-2">{intro}</p>
      <ul className="flex flex-col">
        {list.map((attribute, index) => (
          <li key={index} className="border-b border-line/60 py-2">
            {renderLine({ attribute, index, list, onChange: (next) => change(index, next) })}
          </li>
        ))}
      </ul>
      <div className="pt-2">
        <Button onPress={() => setList([...list, blank])}>
          <Plus aria-hidden className="size-3.5" />
          Add attribute
        </Button>
      </div>
    </Dialog>
  );
}

interface NameAndTypeProps<Type extends string> {
  /** What the line is called. */
  readonly title: string;
  readonly name: string;
  readonly error?: string | undefined;
  readonly type: Type;
  readonly types: readonly { readonly value: Type; readonly label: string }[];
  readonly onName: (name: string) => void;
  readonly onType: (type: Type) => void;
  readonly onRemove: () => void;
}

export function NameAndType<Type extends string>(props: NameAndTypeProps<Type>) {
  const { title, name, error, type, types, onName, onType, onRemove } = props;
  return (
    <div role="group" aria-label={title} className="flex flex-wrap items-start gap-x-3 gap-y-1">
      <div className="min-w-64 flex-1">
        <TextField aria-label="Name" isMono value={name} onChange={onName} error={error} />
      </div>
      <div className="w-28">
        <SelectField
          label={`Type of ${title}`}
          isLabelHidden
          options={types}
          value={type}
          onChange={onType}
        />
      </div>
      <IconButton icon={Trash2} label={`Remove ${title}`} onPress={onRemove} />
    </div>
  );
}
