// Target and source attributes side by side, with what each gives for whoever the preview is for.
import { Plus, Trash2 } from 'lucide-react';
import type { MappingPreview } from '../../../shared/simulator/mapping-preview.ts';
import type { AttributeMapping } from '../../../shared/simulator/mapping.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { FindingList } from './finding-list.tsx';
import {
  findingsAt,
  newMapping,
  spellSource,
  targetsOf,
  withMapping,
  withoutMapping,
} from './schema-draft.ts';
import type { MappingEditor } from './use-mapping-editor.ts';

export function MappingTable({ editor }: { readonly editor: MappingEditor }) {
  const { object, objectType, preview, schema } = editor;
  const mappings = object.attributeMappings;

  function add(): void {
    const taken = new Set(mappings.map(({ target }) => target));
    const free = targetsOf(schema, objectType).find(
      ({ name, isPrimaryKey }) => !isPrimaryKey && !taken.has(name),
    );
    editor.setObject(withMapping(object, mappings.length, newMapping(free?.name ?? '')));
    editor.setSide({ kind: 'mapping', index: mappings.length });
  }

  return (
    <Section
      title="Attribute mappings"
      actions={
        <Button onPress={add}>
          <Plus aria-hidden className="size-3.5" />
          Add new mapping
        </Button>
      }
    >
      <div className="overflow-x-auto">
        <table
          aria-label={`Attribute mappings of ${objectType === 'User' ? 'users' : 'groups'}`}
          className="w-full min-w-[44rem] border-collapse text-left"
        >
          <thead>
            <tr className="border-b border-line text-sm text-ink-3">
              <Head>Target attribute</Head>
              <Head>Microsoft Entra attribute</Head>
              <Head>Matching precedence</Head>
              {preview !== undefined && <Head>{`Preview: ${preview.displayName}`}</Head>}
              <th scope="col" className="w-8">
                <span className="sr-only">Remove</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {mappings.map((mapping, index) => (
              <Row key={index} editor={editor} mapping={mapping} index={index} />
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}

function Head({ children }: { readonly children: string }) {
  return (
    <th scope="col" className="py-1 pr-3 font-medium">
      <span className="line-clamp-2" title={children}>
        {children}
      </span>
    </th>
  );
}

interface RowProps {
  readonly editor: MappingEditor;
  readonly mapping: AttributeMapping;
  readonly index: number;
}

function Row({ editor, mapping, index }: RowProps) {
  const { object, objectType, side, preview, findings } = editor;
  const isOpen = side?.kind === 'mapping' && side.index === index;
  const isRequired = targetsOf(editor.schema, objectType).some(
    ({ name, isRequired: required }) => name === mapping.target && required,
  );
  const name = mapping.target === '' ? 'a new attribute' : mapping.target;
  return (
    <tr className={cx('border-b border-line/60 align-top', isOpen && 'bg-accent-soft')}>
      <th scope="row" className="py-1.5 pr-3 font-normal">
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => editor.setSide(isOpen ? null : { kind: 'mapping', index })}
          className="block cursor-default rounded text-left font-mono text-sm wrap-anywhere text-accent hover:underline"
        >
          {name}
        </button>
        <FindingList
          findings={findingsAt(
            findings,
            objectType,
            (place) => place.kind === 'mapping' && place.index === index,
          )}
        />
      </th>
      <td className="py-1.5 pr-3">
        <Source mapping={mapping} />
      </td>
      <td className="py-1.5 pr-3">
        {mapping.matchingPrecedence !== null && (
          <Badge tone="accent">{mapping.matchingPrecedence}</Badge>
        )}
      </td>
      {preview !== undefined && (
        <td className="max-w-64 py-1.5 pr-3 font-mono text-sm wrap-anywhere">
          <PreviewValue value={preview.attributes[index]} />
        </td>
      )}
      <td className="py-1">
        <IconButton
          icon={Trash2}
          label={isRequired ? `${name} is required by the target` : `Remove ${name}`}
          isDisabled={isRequired}
          onPress={() => {
            editor.setSide(null);
            editor.setObject(withoutMapping(object, index));
          }}
        />
      </td>
    </tr>
  );
}

function Source({ mapping }: { readonly mapping: AttributeMapping }) {
  const { type, apply, defaultValue } = mapping;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
      {type !== 'Direct' && <Badge>{type}</Badge>}
      <span className="line-clamp-3 min-w-0 font-mono text-sm wrap-anywhere">
        {spellSource(mapping)}
      </span>
      {apply === 'ObjectAddOnly' && <span className="text-sm text-ink-3">only at creation</span>}
      {defaultValue !== null && (
        <span className="text-sm text-ink-3">default “{defaultValue}”</span>
      )}
    </div>
  );
}

function PreviewValue({
  value,
}: {
  readonly value: MappingPreview['attributes'][number] | undefined;
}) {
  if (value === undefined) return null;
  if (value.problem !== null) return <span className="text-bad">{value.problem}</span>;
  const shown = value.updated ?? value.created;
  if (shown === null) return <span className="text-ink-3">null</span>;
  return typeof shown === 'string' ? shown : shown.join('; ');
}
