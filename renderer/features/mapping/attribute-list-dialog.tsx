// Edit attribute list: the attributes that the job knows of the application.
import { AttributeType, type ListedAttribute } from '../../../shared/simulator/mapping.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { ListedAttributesDialog, NameAndType } from './listed-attributes.tsx';
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
  return (
    <ListedAttributesDialog
      title={`Edit attribute list: ${objectType === 'User' ? 'users' : 'groups'}`}
      intro={
        <>
          A custom attribute is named{' '}
          <code className="font-mono text-sm wrap-anywhere">
            urn:ietf:params:scim:schemas:extension:Name:2.0:User:attribute
          </code>
          .
        </>
      }
      initial={targetsOf(schema, objectType)}
      blank={NEW_ATTRIBUTE}
      isComplete={(list) => list.every(({ name }) => name.trim() !== '')}
      renderLine={({ attribute, onChange }) => (
        <AttributeLine attribute={attribute} onChange={onChange} />
      )}
      onApply={(list) => editor.setSchema(withTargets(schema, objectType, list))}
      onClose={onClose}
    />
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
  return (
    <>
      <NameAndType
        title={name === '' ? 'New attribute' : name}
        name={name}
        type={type}
        types={TYPES}
        onName={(next) => onChange({ ...attribute, name: next })}
        onType={(next) => {
          const referencedObjects: ListedAttribute['referencedObjects'] =
            next === 'Reference' ? ['User'] : [];
          onChange({ ...attribute, type: next, referencedObjects });
        }}
        onRemove={() => onChange(null)}
      />
      <AttributeFlags attribute={attribute} onChange={onChange} />
    </>
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
