// What can be done with the selected ones of the deleted.
import { RotateCcw, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { DeletedResource } from '../../../../shared/admin/resource-tools.ts';
import { Button } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { ScreenParts } from '../screen-parts.ts';
import { PurgeDialog } from './purge-dialog.tsx';
import { useRestoreMany } from './use-deleted.ts';

interface DeletedBarProps {
  readonly parts: ScreenParts;
  readonly chosen: readonly DeletedResource[];
  readonly onClear: () => void;
}

export function DeletedBar({ parts, chosen, onClear }: DeletedBarProps) {
  const [isAsking, setIsAsking] = useState(false);
  const restore = useRestoreMany(parts);
  const [first] = chosen;
  if (first === undefined) return null;
  return (
    <div
      role="toolbar"
      aria-label={`Selected deleted ${parts.title.toLowerCase()}`}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5"
    >
      <span aria-live="polite" className="font-medium tabular-nums">
        {formatCount(chosen.length, `deleted ${parts.noun}`)} selected
      </span>
      <span className="flex-1" />
      <Button
        isPending={restore.isPending}
        onPress={() => restore.mutate(chosen, { onSuccess: onClear })}
      >
        <RotateCcw aria-hidden className="size-3.5" />
        Restore
      </Button>
      <Button onPress={() => setIsAsking(true)}>
        <Trash2 aria-hidden className="size-3.5" />
        Purge…
      </Button>
      <IconButton icon={X} label="Clear the selection" onPress={onClear} />
      {isAsking && (
        <PurgeDialog
          parts={parts}
          selection={{ kind: 'ids', ids: chosen.map(({ id }) => id) }}
          count={chosen.length}
          name={chosen.length === 1 ? first.name : undefined}
          onStarted={onClear}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}
