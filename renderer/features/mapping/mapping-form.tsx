// Edit attribute: the form of one mapping, as the portal has it; what is typed is in the draft at once.
import type { AttributeMapping } from '../../../shared/simulator/mapping.ts';
import { MappingType } from '../../../shared/simulator/mapping.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ExpressionBuilder } from './expression-builder.tsx';
import { FindingList } from './finding-list.tsx';
import { MatchingFields } from './matching-fields.tsx';
import { findingsAt, targetsOf, withMapping } from './schema-draft.ts';
import type { MappingEditor } from './use-mapping-editor.ts';

interface MappingFormProps {
  readonly editor: MappingEditor;
  readonly index: number;
}

const APPLY = [
  { value: 'Always', label: 'Always' },
  { value: 'ObjectAddOnly', label: 'Only during object creation' },
] as const;

const TYPES = MappingType.options.map((value) => ({ value, label: value }));

export function MappingForm({ editor, index }: MappingFormProps) {
  const { object, objectType, schema, findings } = editor;
  const mapping = object.attributeMappings[index];
  if (mapping === undefined) return null;
  const change = (changes: Partial<AttributeMapping>) =>
    editor.setObject(withMapping(object, index, { ...mapping, ...changes }));
  return (
    <div className="flex flex-col gap-3 px-4 py-3">
      <FindingList
        findings={findingsAt(
          findings,
          objectType,
          (place) => place.kind === 'mapping' && place.index === index,
        )}
      />
      <SelectField
        label="Mapping type"
        options={TYPES}
        value={mapping.type}
        onChange={(type) => change({ type, source: null, constant: null, expression: null })}
      />
      <SourceFields editor={editor} mapping={mapping} onChange={change} />
      <DefaultField mapping={mapping} onChange={change} />
      <SelectField
        label="Target attribute"
        options={optionsWith(
          targetsOf(schema, objectType).map(({ name }) => name),
          mapping.target,
        )}
        value={mapping.target}
        onChange={(target) => change({ target })}
      />
      <MatchingFields object={object} mapping={mapping} onChange={change} />
      <SelectField
        label="Apply this mapping"
        options={APPLY}
        value={mapping.apply}
        onChange={(apply) => change({ apply })}
      />
    </div>
  );
}

/** The value on show is among them, whatever it is. */
function optionsWith(names: readonly string[], value: string) {
  const all = names.includes(value) || value === '' ? names : [value, ...names];
  return all.map((name) => ({ value: name, label: name }));
}

interface FieldsProps {
  readonly mapping: AttributeMapping;
  readonly onChange: (changes: Partial<AttributeMapping>) => void;
}

function SourceFields({
  editor,
  mapping,
  onChange,
}: FieldsProps & { readonly editor: MappingEditor }) {
  const { objectType } = editor;
  switch (mapping.type) {
    case 'Direct':
      return (
        <SelectField
          label="Source attribute"
          options={optionsWith(editor.sourceNames, mapping.source ?? '')}
          value={mapping.source ?? ''}
          onChange={(source) => onChange({ source })}
        />
      );
    case 'Constant':
      return (
        <TextField
          label="Constant value"
          value={mapping.constant ?? ''}
          maxLength={1_024}
          onChange={(constant) => onChange({ constant })}
        />
      );
    case 'Expression':
      return (
        <ExpressionBuilder
          objectType={objectType}
          attributes={editor.sourceNames}
          object={
            editor.preview === undefined
              ? null
              : { application: editor.application, objectId: editor.preview.objectId }
          }
          expression={mapping.expression ?? ''}
          onChange={(expression) => onChange({ expression })}
        />
      );
    case 'None':
      return (
        <p className="text-sm text-ink-3">
          The target attribute is left as it is; a default value is written when the object is
          created.
        </p>
      );
  }
}

function DefaultField({ mapping, onChange }: FieldsProps) {
  const { defaultValue } = mapping;
  return (
    <div className="flex flex-col gap-1">
      <CheckBox
        isSelected={defaultValue !== null}
        onChange={(isOn) => onChange({ defaultValue: isOn ? '' : null })}
      >
        Default value if null (optional)
      </CheckBox>
      {defaultValue !== null && (
        <TextField
          aria-label="Default value"
          value={defaultValue}
          maxLength={1_024}
          hint="Taken when an object is created, never when it is updated."
          onChange={(next) => onChange({ defaultValue: next })}
        />
      )}
    </div>
  );
}
