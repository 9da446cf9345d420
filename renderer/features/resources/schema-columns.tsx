// Columns of a list of resources: those that are shown as delivered, then one for every other attribute of the tenant's
// schema, which the reader may choose.
import type { StoredResource } from '../../../shared/admin/resource.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { formatValue } from '../../ui/json-text.ts';
import { ChangeLink } from './change-link.tsx';
import { Instant } from './instant.tsx';
import { textAt, versionOf } from './read-resource.ts';
import { flattenAttributes, type TypeSchema, valuesAt } from './schema-model.ts';

export type ResourceColumn = GridColumn<StoredResource>;

/** Ids are attribute paths, so that a sort by a column is a sort by its attribute. */
export function schemaColumns(
  delivered: readonly ResourceColumn[],
  schema: TypeSchema | undefined,
): readonly ResourceColumn[] {
  if (schema === undefined) return delivered;
  const known = new Set(delivered.map(({ id }) => id));
  const others = flattenAttributes(schema).filter(
    ({ path, returned, name, type, isMultiValued }) => {
      const isElsewhere =
        path.startsWith('members') || path.startsWith('groups.') || name === '$ref';
      const isInParts = type === 'complex' && !isMultiValued; // its sub-attributes have columns
      return !known.has(path) && returned !== 'never' && !isElsewhere && !isInParts;
    },
  );
  return [
    ...delivered,
    ...others.map((attribute): ResourceColumn => {
      const part = schema.parts.find(
        ({ urn }) => urn !== undefined && attribute.path.startsWith(urn),
      );
      const label =
        part?.urn === undefined ? attribute.path : attribute.path.slice(part.urn.length + 1);
      return {
        id: attribute.path,
        header: META_NAMES.get(label) ?? label,
        width: '160px',
        isOptional: true,
        isSortable: attribute.type !== 'complex',
        section: part?.title ?? 'Core',
        cell: ({ resource }) => {
          const values = valuesAt(resource, attribute, schema);
          return attribute.type === 'dateTime' ? (
            <Instant at={formatValue(values[0])} />
          ) : (
            values.map(formatValue).join(', ')
          );
        },
      };
    }),
  ];
}

/** What the server adds, in words; attributes of a schema are called as the schema calls them. */
const META_NAMES: ReadonlyMap<string, string> = new Map([
  ['meta.resourceType', 'Resource type'],
  ['meta.created', 'Created'],
  ['meta.lastModified', 'Last modified'],
  ['meta.version', 'ETag'],
  ['meta.location', 'Location'],
]);

/** The last columns of every list. */
export const changeColumns: readonly ResourceColumn[] = [
  {
    id: 'meta.lastModified',
    header: 'Last modified',
    width: '168px',
    showFrom: 560,
    isSortable: true,
    cell: ({ resource }) => (
      <span className="text-ink-2">
        <Instant at={textAt(resource, ['meta', 'lastModified'])} />
      </span>
    ),
  },
  {
    id: 'lastChange',
    header: 'Last change by',
    width: '136px',
    showFrom: 1000,
    cell: ({ lastChange }) => <ChangeLink origin={lastChange} />,
  },
  {
    id: 'version',
    header: 'Version',
    width: '72px',
    showFrom: 640,
    align: 'right',
    cell: ({ resource }) => <span className="text-ink-2 tabular-nums">{versionOf(resource)}</span>,
  },
];

/** A plain attribute as a column. */
export function textColumn(
  name: string,
  header: string,
  layout: Pick<ResourceColumn, 'width' | 'showFrom'>,
): ResourceColumn {
  return {
    id: name,
    header,
    isSortable: true,
    ...layout,
    cell: ({ resource }) => textAt(resource, [name]),
  };
}
