// What can be done with the selected rows, or with all that match the filter.
import { CircleCheck, CircleSlash, Download, PencilLine, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { BulkChange, BulkEdit, BulkSelection } from '../../../shared/admin/resource-tools.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { Button } from '../../ui/button.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { formatCount, formatNumber } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { toast } from '../../ui/toast.tsx';
import { BulkDeleteDialog } from './bulk-delete-dialog.tsx';
import { BulkEditDialog } from './bulk-edit-dialog.tsx';
import { ExportDialog } from './export-dialog.tsx';
import type { ScreenParts } from './screen-parts.ts';
import { useBulkEdit } from './use-bulk-edit.ts';
import { useMatchCount } from './use-total.ts';

interface BulkBarProps {
  readonly parts: ScreenParts;
  /** SCIM filter of the list. */
  readonly filter: string;
  /** Ids. */
  readonly selected: ReadonlySet<string>;
  readonly onClear: () => void;
}

type OpenDialog = 'edit' | 'delete' | 'export' | undefined;

export function BulkBar({ parts, filter, selected, onClear }: BulkBarProps) {
  const matching = useMatchCount(parts.resourceType, filter);
  const [takesAll, setTakesAll] = useState(false);
  const [open, setOpen] = useState<OpenDialog>();
  const start = useStart(parts.resourceType);
  if (selected.size === 0) return null;

  const isAll = takesAll && matching !== undefined;
  const count = isAll ? matching : selected.size;
  const selection: BulkSelection = isAll
    ? { kind: 'filter', filter }
    : { kind: 'ids', ids: [...selected] };

  function clear(): void {
    setTakesAll(false);
    onClear();
  }

  return (
    <div
      role="toolbar"
      aria-label={`Selected ${parts.title.toLowerCase()}`}
      className="flex min-h-10 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-accent-soft px-4 py-1.5"
    >
      <span aria-live="polite" className="font-medium tabular-nums">
        {formatCount(count, parts.noun)} selected
      </span>
      {!isAll && matching !== undefined && matching > selected.size && (
        <Button variant="ghost" onPress={() => setTakesAll(true)}>
          Select all {formatNumber(matching)}
        </Button>
      )}
      <span className="flex-1" />
      <BulkActions
        parts={parts}
        onOpen={setOpen}
        onActivate={(active) => start({ selection, change: activation(active) }, clear)}
      />
      <IconButton icon={X} label="Clear the selection" onPress={clear} />
      <BulkDialogs
        parts={parts}
        open={open}
        selection={selection}
        count={count}
        onClose={() => setOpen(undefined)}
        onDone={clear}
        onDelete={() => start({ selection, change: { kind: 'delete' } }, clear)}
      />
    </div>
  );
}

interface BulkActionsProps {
  readonly parts: ScreenParts;
  readonly onOpen: (dialog: OpenDialog) => void;
  readonly onActivate: (active: boolean) => void;
}

function BulkActions({ parts, onOpen, onActivate }: BulkActionsProps) {
  return (
    <>
      <Button onPress={() => onOpen('edit')}>
        <PencilLine aria-hidden className="size-3.5" />
        Edit…
      </Button>
      {parts.resourceType === 'User' && (
        <>
          <Button onPress={() => onActivate(true)}>
            <CircleCheck aria-hidden className="size-3.5" />
            Activate
          </Button>
          <Button onPress={() => onActivate(false)}>
            <CircleSlash aria-hidden className="size-3.5" />
            Deactivate
          </Button>
        </>
      )}
      <Button onPress={() => onOpen('export')}>
        <Download aria-hidden className="size-3.5" />
        Export…
      </Button>
      <Button onPress={() => onOpen('delete')}>
        <Trash2 aria-hidden className="size-3.5" />
        Delete…
      </Button>
    </>
  );
}

interface BulkDialogsProps {
  readonly parts: ScreenParts;
  readonly open: OpenDialog;
  readonly selection: BulkSelection;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onDelete: () => void;
}

function BulkDialogs(props: BulkDialogsProps) {
  const { parts, open, selection, count, onClose, onDone, onDelete } = props;
  const shown = { parts, selection, count, onClose };
  if (open === 'edit') return <BulkEditDialog {...shown} onDone={onDone} />;
  if (open === 'export') return <ExportDialog {...shown} />;
  if (open !== 'delete') return null;
  function confirm(): void {
    onClose();
    onDelete();
  }
  return <BulkDeleteDialog parts={parts} count={count} onClose={onClose} onConfirm={confirm} />;
}

function useStart(resourceType: string) {
  const edit = useBulkEdit(useTenantSlug(), resourceType);
  return (order: BulkEdit, onSuccess: () => void) =>
    edit.mutate(order, {
      onSuccess,
      onError: (error) => toast({ tone: 'bad', message: describeError(error) }),
    });
}

function activation(active: boolean): BulkChange {
  return { kind: 'patch', operations: [{ op: 'replace', path: 'active', value: active }] };
}
