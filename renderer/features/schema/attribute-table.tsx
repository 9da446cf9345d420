// The attributes of a schema as a tree: a complex attribute opens to its sub-attributes.
import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { SchemaDocument } from '../../../shared/scim/schema-document.ts';
import { cx } from '../../ui/cx.ts';
import { AttributeActions } from './attribute-actions.tsx';
import type { OnDraft } from './draft.ts';
import type { Attribute, SubAttribute } from './read-documents.ts';

interface AttributeTableProps {
  readonly schema: SchemaDocument;
  readonly attributes: readonly Attribute[];
  /** The attributes were searched for: what matched may be inside. */
  readonly isFound: boolean;
  /** Absent for schemas that cannot be changed. */
  readonly onDraft: OnDraft | undefined;
}

const COLUMNS = [
  { name: 'Attribute', width: 'w-[30%]' },
  { name: 'Type', width: 'w-[18%]' },
  { name: 'Required', width: '' },
  { name: 'Case exact', width: '' },
  { name: 'Mutability', width: '' },
  { name: 'Returned', width: '' },
  { name: 'Uniqueness', width: '' },
];

export function AttributeTable({ schema, attributes, isFound, onDraft }: AttributeTableProps) {
  return (
    <table
      aria-label={`Attributes of ${schema.name === '' ? schema.id : schema.name}`}
      className="w-full min-w-[43rem] table-fixed border-collapse text-left"
    >
      <thead>
        <tr className="border-b border-line text-sm text-ink-3">
          {COLUMNS.map(({ name, width }) => (
            <th
              key={name}
              scope="col"
              className={cx('py-1 pr-2 font-medium whitespace-nowrap', width)}
            >
              {name}
            </th>
          ))}
          {onDraft !== undefined && (
            <th scope="col" className="w-8">
              <span className="sr-only">Actions</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {attributes.map((attribute) => (
          <AttributeRows
            key={`${attribute.name} ${isFound}`}
            schema={schema}
            attribute={attribute}
            isOpenAtFirst={isFound}
            onDraft={onDraft}
          />
        ))}
      </tbody>
    </table>
  );
}

interface AttributeRowsProps {
  readonly schema: SchemaDocument;
  readonly attribute: Attribute;
  readonly isOpenAtFirst: boolean;
  readonly onDraft: OnDraft | undefined;
}

function AttributeRows({ schema, attribute, isOpenAtFirst, onDraft }: AttributeRowsProps) {
  const [isOpen, setIsOpen] = useState(isOpenAtFirst);
  const subs = attribute.subAttributes ?? [];
  const Icon = isOpen ? ChevronDown : ChevronRight;
  return (
    <>
      <tr className="border-b border-line/60 align-top">
        <th scope="row" className="py-1.5 pr-2 font-normal">
          {subs.length === 0 ? (
            <Name attribute={attribute} indent="pl-5" />
          ) : (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => setIsOpen(!isOpen)}
              className="flex cursor-default items-start gap-1 rounded text-left hover:text-accent"
            >
              <Icon aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" />
              <Name attribute={attribute} indent="" />
              <span className="sr-only">, {subs.length} sub-attributes</span>
            </button>
          )}
        </th>
        <Characteristics attribute={attribute} />
        {onDraft !== undefined && (
          <td className="py-0.5 text-right">
            <AttributeActions schema={schema} attribute={attribute} onDraft={onDraft} />
          </td>
        )}
      </tr>
      {isOpen &&
        subs.map((sub) => (
          <tr key={sub.name} className="border-b border-line/60 bg-surface-0 align-top">
            <th scope="row" className="py-1.5 pr-2 font-normal">
              <Name attribute={sub} indent="pl-10" />
            </th>
            <Characteristics attribute={sub} />
            {onDraft !== undefined && (
              <td className="py-0.5 text-right">
                <AttributeActions
                  schema={schema}
                  attribute={sub}
                  parent={attribute.name}
                  onDraft={onDraft}
                />
              </td>
            )}
          </tr>
        ))}
    </>
  );
}

interface NameProps {
  readonly attribute: SubAttribute | Attribute;
  readonly indent: string;
}

function Name({ attribute, indent }: NameProps) {
  return (
    <span className={`block wrap-anywhere ${indent}`}>
      <span className="font-mono text-sm">{attribute.name}</span>
      {attribute.description !== '' && (
        <span className="line-clamp-2 block text-sm text-ink-3" title={attribute.description}>
          {attribute.description}
        </span>
      )}
    </span>
  );
}

function Characteristics({ attribute }: { readonly attribute: SubAttribute | Attribute }) {
  const values = attribute.canonicalValues ?? attribute.referenceTypes;
  return (
    <>
      <td className="py-1.5 pr-2">
        {attribute.type}
        {attribute.multiValued && <span className="text-ink-3">, multi-valued</span>}
        {values !== undefined && (
          <span className="block text-sm wrap-anywhere text-ink-3">
            {attribute.canonicalValues === undefined ? 'to ' : ''}
            {values.join(', ')}
          </span>
        )}
      </td>
      <td className="py-1.5 pr-2">{attribute.required ? 'Yes' : <Plain>No</Plain>}</td>
      <td className="py-1.5 pr-2">{attribute.caseExact ? 'Yes' : <Plain>No</Plain>}</td>
      <Usual value={attribute.mutability} usual="readWrite" />
      <Usual value={attribute.returned} usual="default" />
      <Usual value={attribute.uniqueness} usual="none" />
    </>
  );
}

/** What is at its default steps back. */
function Usual({ value, usual }: { readonly value: string; readonly usual: string }) {
  return <td className="py-1.5 pr-2">{value === usual ? <Plain>{value}</Plain> : value}</td>;
}

function Plain({ children }: { readonly children: string }) {
  return <span className="text-ink-3">{children}</span>;
}
