// The resources of one type that differ; each opens to its attributes, and chosen ones can be put back.
import { ChevronRight, Minus, PencilLine, Plus } from 'lucide-react';
import { useState } from 'react';
import type { ResourceDifference, Snapshot } from '../../../shared/admin/snapshot.ts';
import { Button } from '../../ui/button.tsx';
import { ChangeTable } from '../../ui/change-table.tsx';
import { CheckBox } from '../../ui/check-box.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TONE_TEXT } from '../../ui/tone.ts';
import { useDifferences, usePutBack, useResourceComparison } from './use-snapshots.ts';

interface DifferenceListProps {
  readonly snapshot: Snapshot;
  readonly other: string;
  readonly tenant: string;
  readonly resourceType: string;
  readonly canPutBack: boolean;
}

export function DifferenceList(props: DifferenceListProps) {
  const { snapshot, other, tenant, resourceType, canPutBack } = props;
  const differences = useDifferences({ id: snapshot.id, other, tenant, resourceType });
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  if (differences.isPending) return <Skeleton label="Loading the differences" lines={3} />;
  if (differences.isError) {
    return (
      <ErrorState
        title="The differences could not be read"
        error={differences.error}
        onRetry={() => void differences.refetch()}
      />
    );
  }
  const rows = differences.data.pages.flatMap((page) => page.differences);

  function choose(id: string, isChosen: boolean): void {
    const next = new Set(chosen);
    if (isChosen) next.add(id);
    else next.delete(id);
    setChosen(next);
  }

  return (
    <div className="border-t border-line/60 pb-2">
      <ul>
        {rows.map((row) => (
          <DifferenceRow
            key={row.id}
            {...props}
            difference={row}
            isChosen={chosen.has(row.id)}
            onChoose={(isChosen) => choose(row.id, isChosen)}
          />
        ))}
      </ul>
      <div className="flex flex-wrap gap-2 px-3 pt-2">
        {differences.hasNextPage && (
          <Button
            isDisabled={differences.isFetchingNextPage}
            onPress={() => void differences.fetchNextPage()}
          >
            Show more
          </Button>
        )}
        {canPutBack && (
          <PutBack
            snapshot={snapshot}
            tenant={tenant}
            chosen={[...chosen]}
            onDone={() => setChosen(new Set())}
          />
        )}
      </div>
    </div>
  );
}

const KINDS = {
  added: { icon: Plus, word: 'Added', tone: 'good' },
  removed: { icon: Minus, word: 'Removed', tone: 'bad' },
  changed: { icon: PencilLine, word: 'Changed', tone: 'accent' },
} as const;

interface DifferenceRowProps extends DifferenceListProps {
  readonly difference: ResourceDifference;
  readonly isChosen: boolean;
  readonly onChoose: (isChosen: boolean) => void;
}

function DifferenceRow(props: DifferenceRowProps) {
  const { difference, canPutBack, isChosen, onChoose } = props;
  const [isOpen, setIsOpen] = useState(false);
  const { icon: Icon, word, tone } = KINDS[difference.kind];
  const name = difference.name ?? difference.id;
  return (
    <li>
      <div className="flex items-center gap-2 px-3">
        {canPutBack && (
          <CheckBox aria-label={`Choose ${name}`} isSelected={isChosen} onChange={onChoose} />
        )}
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
          className="flex min-h-8 min-w-0 flex-1 cursor-default items-center gap-2 text-left"
        >
          <ChevronRight
            aria-hidden
            className={cx('size-4 shrink-0 text-ink-3', isOpen && 'rotate-90')}
          />
          <Icon role="img" aria-label={word} className={cx('size-3.5 shrink-0', TONE_TEXT[tone])} />
          <span className="min-w-0 truncate">{name}</span>
        </button>
      </div>
      {isOpen && <Attributes {...props} />}
    </li>
  );
}

function Attributes({ snapshot, other, tenant, difference }: DifferenceRowProps) {
  const comparison = useResourceComparison({
    id: snapshot.id,
    other,
    tenant,
    resource: difference.id,
  });
  if (comparison.isPending) return <Skeleton label="Loading the attributes" lines={2} />;
  if (comparison.isError) {
    return (
      <ErrorState
        title="The resource could not be compared"
        error={comparison.error}
        onRetry={() => void comparison.refetch()}
      />
    );
  }
  const { changes, name } = comparison.data;
  return (
    <div className="px-3 pb-2 pl-9">
      {changes.length === 0 ? (
        <p className="text-ink-2">It was written again; no attribute differs.</p>
      ) : (
        <ChangeTable label={`Differences of ${name ?? difference.id}`} changes={changes} />
      )}
    </div>
  );
}

interface PutBackProps {
  readonly snapshot: Snapshot;
  readonly tenant: string;
  readonly chosen: readonly string[];
  readonly onDone: () => void;
}

function PutBack({ snapshot, tenant, chosen, onDone }: PutBackProps) {
  const [isAsking, setIsAsking] = useState(false);
  const putBack = usePutBack(snapshot.id, () => {
    setIsAsking(false);
    onDone();
  });
  const count = formatCount(chosen.length, 'resource');
  return (
    <>
      <Button isDisabled={chosen.length === 0} onPress={() => setIsAsking(true)}>
        Put back{chosen.length === 0 ? '' : ` ${count}`}
      </Button>
      <ConfirmDialog
        title={`Put ${count} back?`}
        isOpen={isAsking}
        confirmLabel="Put back"
        isPending={putBack.isPending}
        onConfirm={() => putBack.mutate({ tenant, ids: chosen })}
        onClose={() => setIsAsking(false)}
      >
        <p>
          They become what they were in “{snapshot.name}”; what was added since then is deleted. A
          snapshot of the workspace as it is now is taken first.
        </p>
      </ConfirmDialog>
    </>
  );
}
