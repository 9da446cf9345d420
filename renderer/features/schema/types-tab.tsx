// The resource types that the tenant serves.
import { Plus } from 'lucide-react';
import { Button } from '../../ui/button.tsx';
import type { OnDraft } from './draft.ts';
import type { KnownSchema, KnownType } from './read-documents.ts';
import { TypeCard } from './type-card.tsx';

interface TypesTabProps {
  readonly schemas: readonly KnownSchema[];
  readonly types: readonly KnownType[];
  readonly onDraft: OnDraft;
}

export function TypesTab({ schemas, types, onDraft }: TypesTabProps) {
  return (
    <div className="flex max-w-4xl flex-col gap-4 p-4">
      {types.map((known) => (
        <TypeCard key={known.type.name} known={known} schemas={schemas} onDraft={onDraft} />
      ))}
      <div>
        <Button onPress={() => onDraft({ kind: 'new-type' })}>
          <Plus aria-hidden className="size-3.5" />
          New resource type
        </Button>
      </div>
    </div>
  );
}
