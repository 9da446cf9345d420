// Edit attribute list for Microsoft Entra ID: directory extensions of users that mappings and scoping filters may name.
import { isExtensionName } from '../../../shared/simulator/directory.ts';
import { AddedSourceAttribute } from '../../../shared/simulator/mapping.ts';
import { useApplication } from '../entra/use-application.ts';
import { ListedAttributesDialog, NameAndType } from './listed-attributes.tsx';
import type { MappingEditor } from './use-mapping-editor.ts';

interface SourceListDialogProps {
  readonly editor: MappingEditor;
  readonly onClose: () => void;
}

export function SourceListDialog({ editor, onClose }: SourceListDialogProps) {
  const { schema } = editor;
  const { application } = useApplication();
  const prefix = `extension_${(application?.appId ?? '').replaceAll('-', '')}_`;
  return (
    <ListedAttributesDialog<AddedSourceAttribute>
      title="Edit attribute list for Microsoft Entra ID"
      intro={
        <>
          Directory extensions of users, beside the attributes that every directory has. The name is{' '}
          <code className="font-mono text-sm">extension_</code>, the application id without hyphens,
          an underscore and a name of its own. Users get values in the directory, by their form or a
          CSV file with a column of that name.
        </>
      }
      initial={schema.userSourceAttributes}
      blank={{ name: prefix, type: 'String' }}
      isComplete={isComplete}
      renderLine={({ attribute, index, list, onChange }) => (
        <SourceLine
          attribute={attribute}
          isTwice={list.findIndex(({ name }) => name === attribute.name) < index}
          onChange={onChange}
        />
      )}
      onApply={(userSourceAttributes) => editor.setSchema({ ...schema, userSourceAttributes })}
      onClose={onClose}
    />
  );
}

function isComplete(list: readonly AddedSourceAttribute[]): boolean {
  const names = list.map(({ name }) => name);
  return names.every(isExtensionName) && new Set(names).size === names.length;
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
    <NameAndType
      title={name}
      name={name}
      error={problem || undefined}
      type={type}
      types={TYPES}
      onName={(next) => onChange({ ...attribute, name: next.trim() })}
      onType={(next) => onChange({ ...attribute, type: next })}
      onRemove={() => onChange(null)}
    />
  );
}
