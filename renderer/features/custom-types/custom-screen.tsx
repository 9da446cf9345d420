// The screen of a resource type of the tenant's own, made from its schema.
import { Shapes } from 'lucide-react';
import { JsonTab } from '../resources/json-tab.tsx';
import { textAt, valueAt } from '../resources/read-resource.ts';
import { changeColumns, type ResourceColumn } from '../resources/schema-columns.tsx';
import type { AttributeInfo, TypeSchema } from '../resources/schema-model.ts';
import type { EditorProps, ScreenParts, TabProps } from '../resources/screen-parts.ts';
import { formatValue } from '../../ui/json-text.ts';
import { CustomEditor } from './custom-editor.tsx';

const known = new WeakMap<TypeSchema, ScreenParts>();

/** The same schema gives the same screen: its parts are components. */
export function customScreen(schema: TypeSchema): ScreenParts {
  const made = known.get(schema) ?? makeScreen(schema);
  known.set(schema, made);
  return made;
}

/** Columns of a list that nobody has chosen columns for. */
const MOST_COLUMNS = 5;

function makeScreen(schema: TypeSchema): ScreenParts {
  const { name } = schema;
  const noun = name.toLowerCase();
  const texts = telling(schema).filter(({ type }) => type === 'string');
  const searched = texts.slice(0, 4).map(({ path }) => path);
  const [first] = searched;
  return {
    resourceType: name,
    title: titleOf(schema),
    noun,
    icon: Shapes,
    columns: [...columnsOf(schema), ...changeColumns],
    placeholder: `Words or SCIM filter${first === undefined ? '' : `, such as ${first} sw "a"`}`,
    examples: [
      ...(first === undefined
        ? []
        : [{ filter: `${first} co "a"`, meaning: `Those with an a in ${first}` }]),
      { filter: 'externalId pr', meaning: 'Those that a client has linked by external ID' },
    ],
    searched: searched.length === 0 ? ['id'] : searched,
    deletion: `A SCIM client that looks for it will find nothing, and may create it again.`,
    Editor: (props: EditorProps) => <CustomEditor {...props} schema={schema} />,
    JsonTab: ({ stored }: TabProps) => <JsonTab resourceType={name} document={stored.resource} />,
  };
}

/** Of the endpoint, which is the plural: `/Devices`. */
function titleOf({ endpoint, name }: TypeSchema): string {
  return endpoint.replace(/^\//, '') || name;
}

function columnsOf(schema: TypeSchema): readonly ResourceColumn[] {
  const attributes = telling(schema).slice(0, MOST_COLUMNS);
  const shown = attributes.length === 0 ? [ID] : attributes;
  return shown.map(({ name, path }, index) => ({
    id: path,
    header: name,
    width: index === 0 ? 'minmax(0, 1.6fr)' : 'minmax(0, 1fr)',
    showFrom: index * 180,
    isFixed: index === 0,
    isSortable: true,
    cell: ({ resource }) => (
      <span className={index === 0 ? 'font-medium' : ''}>
        {formatValue(valueAt(resource, [name])) || (index === 0 ? textAt(resource, ['id']) : '')}
      </span>
    ),
  }));
}

const ID = { name: 'id', path: 'id' };

/** Single plain attributes of the core schema, names before anything else. */
function telling({ parts }: TypeSchema): readonly AttributeInfo[] {
  const plain = (parts[0]?.attributes ?? []).filter(
    ({ type, isMultiValued, name, returned }) =>
      type !== 'complex' && !isMultiValued && name !== 'id' && returned === 'default',
  );
  const rank = ({ name, isRequired }: AttributeInfo) =>
    (/name/i.test(name) ? 0 : 2) + (isRequired ? 0 : 1) + (name === 'externalId' ? 4 : 0);
  return plain.toSorted((left, right) => rank(left) - rank(right));
}
