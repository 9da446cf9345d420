// Edit attribute list for Microsoft Entra ID: directory extensions of users that mappings and scoping filters may name.
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { isExtensionName } from '../../../shared/simulator/directory.ts';
import { AddedSourceAttribute } from '../../../shared/simulator/mapping.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useApplication } from '../entra/use-application.ts';
import type { MappingEditor } from './use-mapping-editor.ts';

interface SourceListDialogProps {
  readonly editor: MappingEditor;
  readonly onClose: () => void;
}

export function SourceListDialog({ editor, onClose }: SourceListDialogProps) {
  const { schema } = editor;
  const { application } = useApplication();
  const [list, setList] = useState<readonly AddedSourceAttribute[]>(schema.userSourceAttributes);
  const names = list.map(({ name }) => name);
  const isComplete = names.every(isExtensionName) && new Set(names).size === names.length;
  const prefix = `extension_${(application?.appId ?? '').replaceAll('-', '')}_`;

  function change(index: number, next: AddedSourceAttribute | null): void {
    setList(list.flatMap((one, place) => (place === index ? (next ?? []) : one)));
  }

  return (
    <Dialog
      isOpen
      size="large"
      title="Edit attribute list for Microsoft Entra ID"
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isComplete}
            onPress={() => {
              editor.setSchema({ ...schema, userSourceAttributes: [...list] });
              onClose();
            }}
          >
            Apply
          </Button>
        </>
      }
    >
      <p className="pb-2">
        Directory extensions of users, beside the attributes that every directory has. The name is{' '}
        <code className="font-mono text-sm">extension_</code>, the application id without hyphens,
        an underscore and a name of its own. Users get values in the directory, by their form or a
        CSV file with a column of that name.
      </p>
      <ul className="flex flex-col">
        {list.map((attribute, index) => (
          <SourceLine
            key={index}
            attribute={attribute}
            isTwice={names.indexOf(attribute.name) < index}
            onChange={(next) => change(index, next)}
          />
        ))}
      </ul>
      <div className="pt-2">
        <Button onPress={() => setList([...list, { name: prefix, type: 'String' }])}>
          <Plus aria-hidden className="size-3.5" />
          Add attribute
        </Button>
      </div>
    </Dialog>
  );
}

interface SourceLineProps {
  readonly attribute: AddedSourceAttribute;
  readonly isTwice: boolean;
  /** null: removed. */
  readonly onChange: (attribute: AddedSourceAttribute | null) => void;
}

const TYPES = AddedSourceAttribute.shape.type.options.map((value) => ({ value, label: value }));

function SourceLine({ attribute, isTwice, onChange }: SourceLineProps) {
  const { name, type } = attribute;
  const problem = isExtensionName(name)
    ? isTwice && 'It is in the list already.'
    : 'Finish the name: letters, digits and underscores after the application id.';
  return (
    <li className="border-b border-line/60 py-2">
      <div role="group" aria-label={name} className="flex flex-wrap items-start gap-x-3 gap-y-1">
        <div className="min-w-64 flex-1">
          <TextField
            aria-label="Name"
            isMono
            value={name}
            onChange={(next) => onChange({ ...attribute, name: next.trim() })}
            error={problem || undefined}
          />
        </div>
        <div className="w-28">
          <SelectField
            label={`Type of ${name}`}
            isLabelHidden
            options={TYPES}
            value={type}
            onChange={(next) => onChange({ ...attribute, type: next })}
          />
        </div>
        <IconButton icon={Trash2} label={`Remove ${name}`} onPress={() => onChange(null)} />
      </div>
    </li>
  );
}
