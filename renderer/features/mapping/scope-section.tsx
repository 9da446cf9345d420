// Source object scope: all records, or those that pass one of the scoping filters.
import { Plus, Trash2 } from 'lucide-react';
import type { ScopingFilter } from '../../../shared/simulator/mapping.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Section } from '../../ui/section.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { ClauseRow } from './clause-row.tsx';
import { FindingList } from './finding-list.tsx';
import { findingsAt } from './schema-draft.ts';
import type { MappingEditor } from './use-mapping-editor.ts';

const NEW_CLAUSE = { attribute: 'department', operator: 'EQUALS', value: '' } as const;
const NEW_GROUP_CLAUSE = { ...NEW_CLAUSE, attribute: 'displayName' } as const;

export function ScopeSection({ editor }: { readonly editor: MappingEditor }) {
  const { object, objectType, preview, setObject } = editor;
  const { scopingFilters } = object;
  const clause = objectType === 'User' ? NEW_CLAUSE : NEW_GROUP_CLAUSE;

  function add(): void {
    const title = `Scoping filter ${scopingFilters.length + 1}`;
    setObject({ ...object, scopingFilters: [...scopingFilters, { title, clauses: [clause] }] });
  }

  return (
    <Section
      title="Source object scope"
      actions={
        <>
          {preview !== undefined && (
            <Button variant="ghost" onPress={() => editor.setSide({ kind: 'scope' })}>
              <ScopeBadge isIn={preview.reason === null} />
              Why?
            </Button>
          )}
          <Button onPress={add}>
            <Plus aria-hidden className="size-3.5" />
            Add scoping filter
          </Button>
        </>
      }
    >
      {scopingFilters.length === 0 ? (
        <p className="text-ink-2">All records. Add a filter to provision some of them only.</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {scopingFilters.map((filter, index) => (
            <li key={index}>
              {index > 0 && <p className="pb-2 text-sm font-medium text-ink-3">or</p>}
              <FilterCard editor={editor} filter={filter} index={index} newClause={clause} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}

function ScopeBadge({ isIn }: { readonly isIn: boolean }) {
  return <Badge tone={isIn ? 'good' : 'warn'}>{isIn ? 'In scope' : 'Out of scope'}</Badge>;
}

interface FilterCardProps {
  readonly editor: MappingEditor;
  readonly filter: ScopingFilter;
  readonly index: number;
  readonly newClause: ScopingFilter['clauses'][number];
}

function FilterCard({ editor, filter, index, newClause }: FilterCardProps) {
  const { object, objectType, findings, setObject } = editor;
  const { clauses } = filter;

  function change(next: ScopingFilter | null): void {
    const others = object.scopingFilters.flatMap((one, place) =>
      place === index ? (next ?? []) : one,
    );
    setObject({ ...object, scopingFilters: others });
  }

  return (
    <fieldset className="rounded-md border border-line p-3">
      <legend className="sr-only">{filter.title}</legend>
      <div className="mb-2 flex items-end gap-2">
        <div className="w-72">
          <TextField
            label="Scoping filter title"
            value={filter.title}
            onChange={(title) => change({ ...filter, title })}
          />
        </div>
        <IconButton
          icon={Trash2}
          label={`Delete the filter ${filter.title}`}
          onPress={() => change(null)}
        />
      </div>
      {clauses.map((clause, number) => (
        <ClauseRow
          key={number}
          label={`Clause ${number + 1} of ${filter.title}`}
          sources={editor.sources}
          clause={clause}
          canRemove={clauses.length > 1}
          onChange={(next) =>
            change({
              ...filter,
              clauses: clauses.flatMap((one, place) => (place === number ? (next ?? []) : one)),
            })
          }
        />
      ))}
      <Button
        variant="ghost"
        onPress={() => change({ ...filter, clauses: [...clauses, newClause] })}
      >
        <Plus aria-hidden className="size-3.5" />
        Add clause
      </Button>
      <FindingList
        findings={findingsAt(
          findings,
          objectType,
          (place) => place.kind === 'filter' && place.index === index,
        )}
      />
    </fieldset>
  );
}
