// The characteristics of one attribute as a form. @see RFC 7643 §2.2 and §7
import { CheckBox } from '../../ui/check-box.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Attribute } from './read-documents.ts';

interface AttributeFieldsProps {
  readonly attribute: Attribute;
  /** A sub-attribute cannot be complex. */
  readonly isSub: boolean;
  /** The name takes the focus. */
  readonly isFirst?: boolean;
  readonly onChange: (attribute: Attribute) => void;
}

function options<Value extends string>(...values: readonly Value[]) {
  return values.map((value) => ({ value, label: value }));
}

const SIMPLE = [
  'string',
  'boolean',
  'integer',
  'decimal',
  'dateTime',
  'reference',
  'binary',
] as const;
const TYPES = options<Attribute['type']>(...SIMPLE, 'complex');
const SUB_TYPES = options<Attribute['type']>(...SIMPLE);
const MUTABILITY = options('readWrite', 'readOnly', 'immutable', 'writeOnly');
const RETURNED = options('default', 'always', 'request', 'never');
const UNIQUENESS = options('none', 'server', 'global');

export function AttributeFields(props: AttributeFieldsProps) {
  const { attribute, isSub, isFirst = false, onChange } = props;
  function set(change: Partial<Attribute>): void {
    onChange({ ...attribute, ...change });
  }
  return (
    <div className="grid grid-cols-2 gap-3">
      <TextField
        label="Attribute name"
        value={attribute.name}
        onChange={(name) => set({ name })}
        autoFocus={isFirst}
        isMono
        autoComplete="off"
      />
      <SelectField
        label="Type"
        options={isSub ? SUB_TYPES : TYPES}
        value={attribute.type}
        onChange={(type) => set({ type })}
      />
      <div className="col-span-2">
        <TextField
          label="Description"
          value={attribute.description}
          onChange={(description) => set({ description })}
        />
      </div>
      <SelectField
        label="Mutability"
        options={MUTABILITY}
        value={attribute.mutability}
        onChange={(mutability) => set({ mutability })}
      />
      <SelectField
        label="Returned"
        options={RETURNED}
        value={attribute.returned}
        onChange={(returned) => set({ returned })}
      />
      <SelectField
        label="Uniqueness"
        options={UNIQUENESS}
        value={attribute.uniqueness}
        onChange={(uniqueness) => set({ uniqueness })}
      />
      <ValuesField attribute={attribute} onChange={onChange} />
      <Flags attribute={attribute} onChange={onChange} />
    </div>
  );
}

function Flags({ attribute, onChange }: Omit<AttributeFieldsProps, 'isSub'>) {
  return (
    <div className="col-span-2 flex flex-wrap gap-x-5">
      <CheckBox
        isSelected={attribute.multiValued}
        onChange={(multiValued) => onChange({ ...attribute, multiValued })}
      >
        Multi-valued
      </CheckBox>
      <CheckBox
        isSelected={attribute.required}
        onChange={(required) => onChange({ ...attribute, required })}
      >
        Required
      </CheckBox>
      <CheckBox
        isSelected={attribute.caseExact}
        onChange={(caseExact) => onChange({ ...attribute, caseExact })}
      >
        Case exact
      </CheckBox>
    </div>
  );
}

/** Canonical values, or what a reference may point to. */
function ValuesField({ attribute, onChange }: Omit<AttributeFieldsProps, 'isSub'>) {
  const isReference = attribute.type === 'reference';
  const values = isReference ? attribute.referenceTypes : attribute.canonicalValues;
  function set(text: string): void {
    const { canonicalValues: _canonical, referenceTypes: _references, ...others } = attribute;
    const list = text.split(',').map((one) => one.trimStart());
    const isEmpty = text.trim() === '';
    if (isEmpty) onChange(others);
    else onChange({ ...others, [isReference ? 'referenceTypes' : 'canonicalValues']: list });
  }
  return (
    <TextField
      label={isReference ? 'Reference types' : 'Canonical values'}
      placeholder={isReference ? 'User, Group, external' : 'red, green'}
      value={values?.join(', ') ?? ''}
      onChange={set}
    />
  );
}
