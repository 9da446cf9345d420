// A field for every attribute of the tenant's schema that can be written: required ones first, extensions foldable.
import { Plus, X } from 'lucide-react';
import { isJsonObject, type JsonObject, type JsonValue } from '../../../shared/scim/json.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { isList, valueAt } from './read-resource.ts';
import { ScalarField } from './scalar-field.tsx';
import type { AttributeInfo, SchemaPart, TypeSchema } from './schema-model.ts';
import { writeValue } from './write-value.ts';

interface SchemaFieldsProps {
  readonly schema: TypeSchema;
  readonly document: JsonObject;
  readonly onChange: (document: JsonObject) => void;
}

export function SchemaFields({ schema, document, onChange }: SchemaFieldsProps) {
  const [core, ...extensions] = schema.parts;
  return (
    <div className="flex flex-col gap-3">
      {core !== undefined && <PartFields part={core} document={document} onChange={onChange} />}
      {extensions.map((part) => (
        <details
          key={part.urn}
          open={part.isRequired || valueAt(document, [part.urn ?? '']) !== undefined}
          className="rounded-md border border-line"
        >
          <summary className="cursor-default px-3 py-1.5 font-medium text-ink-1 hover:bg-surface-2">
            {part.title} <span className="font-mono text-xs text-ink-3">{part.urn}</span>
          </summary>
          <div className="px-3 pt-1 pb-3">
            <PartFields part={part} document={document} onChange={onChange} />
          </div>
        </details>
      ))}
    </div>
  );
}

interface PartFieldsProps extends Omit<SchemaFieldsProps, 'schema'> {
  readonly part: SchemaPart;
}

function PartFields({ part, document, onChange }: PartFieldsProps) {
  const writable = part.attributes.filter(isWritable);
  const ordered = [
    ...writable.filter(({ isRequired }) => isRequired),
    ...writable.filter(({ isRequired }) => !isRequired),
  ];
  const place = part.urn === undefined ? [] : [part.urn];
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-3 max-sm:grid-cols-1">
      {ordered.map((attribute) => {
        const path = [...place, attribute.name];
        return (
          <AttributeField
            key={attribute.path}
            attribute={attribute}
            value={valueAt(document, path)}
            onChange={(value) => onChange(writeValue(document, path, value))}
          />
        );
      })}
    </div>
  );
}

interface AttributeFieldProps {
  readonly attribute: AttributeInfo;
  readonly value: JsonValue | undefined;
  readonly onChange: (value: JsonValue | undefined) => void;
}

function AttributeField(props: AttributeFieldProps) {
  const { attribute, value, onChange } = props;
  if (attribute.isMultiValued) return <ElementFields {...props} />;
  if (attribute.type !== 'complex') {
    return (
      <ScalarField label={attribute.name} attribute={attribute} value={value} onChange={onChange} />
    );
  }
  return (
    <Fieldset attribute={attribute}>
      <SubFields
        attribute={attribute}
        value={isJsonObject(value) ? value : {}}
        onChange={(next) => onChange(Object.keys(next).length === 0 ? undefined : next)}
      />
    </Fieldset>
  );
}

function Fieldset({
  attribute,
  children,
}: {
  readonly attribute: AttributeInfo;
  readonly children: React.ReactNode;
}) {
  return (
    <fieldset className="col-span-full flex flex-col gap-2 rounded-md border border-line px-3 pt-1 pb-3">
      <legend className="px-1 text-sm font-medium text-ink-2">
        {attribute.name}
        {attribute.isRequired && <span className="text-ink-3"> (required)</span>}
      </legend>
      {children}
    </fieldset>
  );
}

interface SubFieldsProps {
  readonly attribute: AttributeInfo;
  readonly value: JsonObject;
  readonly onChange: (value: JsonObject) => void;
}

function SubFields({ attribute, value, onChange }: SubFieldsProps) {
  return (
    <div className="grid grid-cols-2 gap-x-4 gap-y-2 max-sm:grid-cols-1">
      {attribute.subAttributes.filter(isWritable).map((sub) => (
        <ScalarField
          key={sub.path}
          label={sub.name}
          attribute={sub}
          value={value[sub.name]}
          onChange={(next) => onChange(writeValue(value, [sub.name], next))}
        />
      ))}
    </div>
  );
}

/** The elements of a multi-valued attribute, one under the other. */
function ElementFields({ attribute, value, onChange }: AttributeFieldProps) {
  const elements = isList(value) ? value : [];
  const isComplex = attribute.type === 'complex';
  const put = (next: readonly JsonValue[]) => onChange(next.length === 0 ? undefined : next);
  return (
    <Fieldset attribute={attribute}>
      {elements.map((element, index) => (
        // The place is all that an element is known by.
        // oxlint-disable-next-line react/no-array-index-key -- see above
        <div key={index} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            {isComplex ? (
              <SubFields
                attribute={attribute}
                value={isJsonObject(element) ? element : {}}
                onChange={(next) => put(elements.with(index, next))}
              />
            ) : (
              <ScalarField
                label={`${attribute.name} ${index + 1}`}
                attribute={attribute}
                value={element}
                onChange={(next) => put(elements.with(index, next ?? ''))}
              />
            )}
          </div>
          <IconButton
            icon={X}
            label={`Remove ${attribute.name} ${index + 1}`}
            onPress={() => put(elements.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div>
        <Button onPress={() => put([...elements, isComplex ? {} : ''])}>
          <Plus aria-hidden className="size-3.5" />
          Add to {attribute.name}
        </Button>
      </div>
    </Fieldset>
  );
}

/** `$ref` follows from the id beside it; members have a tab of their own. */
function isWritable({ isReadOnly, name, path }: AttributeInfo): boolean {
  return !isReadOnly && name !== '$ref' && path !== 'members';
}
