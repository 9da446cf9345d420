// Edit attribute list: the attributes that the job knows of the application.
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { AttributeType, type ListedAttribute } from '../../../shared/simulator/mapping.ts';
import { Button } from '../../ui/button.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { targetsOf, withTargets } from './schema-draft.ts';
import type { MappingEditor } from './use-mapping-editor.ts';

interface AttributeListDialogProps {
  readonly editor: MappingEditor;
  readonly onClose: () => void;
}

const NEW_ATTRIBUTE: ListedAttribute = {
  name: '',
  type: 'String',
  isPrimaryKey: false,
  isRequired: false,
  isMultiValued: false,
  isCaseExact: false,
  referencedObjects: [],
};

export function AttributeListDialog({ editor, onClose }: AttributeListDialogProps) {
  const { schema, objectType } = editor;
  const [list, setList] = useState(targetsOf(schema, objectType));
  const isComplete = list.every(({ name }) => name.trim() !== '');

  function change(index: number, next: ListedAttribute | null): void {
    setList(list.flatMap((one, place) => (place === index ? (next ?? []) : one)));
  }

  return (
    <Dialog
      isOpen
      size="large"
      title={`Edit attribute list: ${objectType === 'User' ? 'users' : 'groups'}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            variant="primary"
            isDisabled={!isComplete}
            onPress={() => {
              editor.setSchema(withTargets(schema, objectType, list));
              onClose();
            }}
          >
            Apply
          </Button>
        </>
      }
    >
      <p className="pb-2">
        A custom attribute is named{' '}
        <code className="font-mono text-sm wrap-anywhere">
          urn:ietf:params:scim:schemas:extension:Name:2.0:User:attribute
        </code>
        .
      </p>
      <ul className="flex flex-col">
        {list.map((attribute, index) => (
          <AttributeLine
            key={index}
            attribute={attribute}
            onChange={(next) => change(index, next)}
          />
        ))}
      </ul>
      <div className="pt-2">
        <Button onPress={() => setList([...list, NEW_ATTRIBUTE])}>
          <Plus aria-hidden className="size-3.5" />
          Add attribute
        </Button>
      </div>
    </Dialog>
  );
}

interface AttributeLineProps {
  readonly attribute: ListedAttribute;
  /** null: removed. */
  readonly onChange: (attribute: ListedAttribute | null) => void;
}

const TYPES = AttributeType.options.map((value) => ({ value, label: value }));

const FLAGS = [
  ['isPrimaryKey', 'Primary key'],
  ['isRequired', 'Required'],
  ['isMultiValued', 'Multi-value'],
  ['isCaseExact', 'Exact case'],
] as const;

function AttributeLine({ attribute, onChange }: AttributeLineProps) {
  const { name, type } = attribute;
  const title = name === '' ? 'New attribute' : name;
  return (
    <li className="border-b border-line/60 py-2">
      <div role="group" aria-label={title} className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <div className="min-w-64 flex-1">
          <TextField
            aria-label="Name"
            isMono
            value={name}
            onChange={(next) => onChange({ ...attribute, name: next })}
          />
        </div>
        <div className="w-28">
          <SelectField
            label={`Type of ${title}`}
            isLabelHidden
            options={TYPES}
            value={type}
            onChange={(next) =>
              onChange({
                ...attribute,
                type: next,
                referencedObjects: next === 'Reference' ? ['User'] : [],
              })
            }
          />
        </div>
        <IconButton icon={Trash2} label={`Remove ${title}`} onPress={() => onChange(null)} />
      </div>
      <AttributeFlags attribute={attribute} onChange={onChange} />
    </li>
  );
}

function AttributeFlags({ attribute, onChange }: AttributeLineProps) {
  const { type, referencedObjects } = attribute;
  return (
    <div className="flex flex-wrap gap-x-4">
      {FLAGS.map(([flag, label]) => (
        <CheckBox
          key={flag}
          isSelected={attribute[flag]}
          onChange={(isOn) => onChange({ ...attribute, [flag]: isOn })}
        >
          {label}
        </CheckBox>
      ))}
      {type === 'Reference' &&
        (['User', 'Group'] as const).map((object) => (
          <CheckBox
            key={object}
            isSelected={referencedObjects.includes(object)}
            onChange={(isOn) =>
              onChange({
                ...attribute,
                referencedObjects: isOn
                  ? [...referencedObjects, object]
                  : referencedObjects.filter((one) => one !== object),
              })
            }
          >
            {`Refers to ${object}`}
          </CheckBox>
        ))}
    </div>
  );
}
