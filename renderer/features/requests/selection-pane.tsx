// What several selected requests hold together, and what can be done to all of them.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import {
  Clapperboard,
  GitCompareArrows,
  Pin,
  RotateCw,
  StickyNote,
  Tag,
  Trash2,
  X,
} from 'lucide-react';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { COLOUR_LABELS } from './colour-labels.tsx';
import { makeScenario } from './make-scenario.ts';
import { openNote, openNoteOnMatching } from './note-dialog.tsx';
import { sendAgain, sendMatchingAgain } from './replay-dialog.tsx';
import {
  markMatching,
  markRequests,
  removeMatching,
  removeRequests,
  toggleMatchingPins,
  type ListScope,
} from './request-actions.ts';
import { SelectionSummary } from './selection-summary.tsx';

interface SelectionPaneProps {
  readonly ids: readonly number[];
  /** Where all that match were selected, and more of them than are loaded. */
  readonly scope: ListScope | null;
  readonly onCompare: (first: number, second: number) => void;
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
}

export function SelectionPane(props: SelectionPaneProps) {
  const { ids, scope, onClose } = props;
  const query = useQuery({
    queryKey: ['request-log', 'selection', scope ?? ids],
    queryFn: ({ signal }) =>
      callAdmin('summariseRequests', { body: scope ?? { ids: [...ids] } }, signal),
    placeholderData: keepPreviousData,
  });
  const isPinned = query.data !== undefined && query.data.pinned === query.data.requests;
  const all = query.isPlaceholderData ? undefined : query.data?.requests;
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {scope === null ? `${formatCount(ids.length, 'request')} selected` : describeAll(all)}
        </h2>
        <IconButton icon={X} label="Clear the selection" onPress={onClose} />
      </div>
      {scope === null ? (
        <Actions {...props} isPinned={isPinned} />
      ) : (
        <ScopeActions
          scope={scope}
          total={all ?? ids.length}
          isPinned={isPinned}
          onOpen={props.onOpen}
          onClose={onClose}
        />
      )}
      <ScrollArea label="What they hold" className="min-h-0 flex-1 divide-y divide-line">
        {query.isPending && <Skeleton label="Counting" lines={6} />}
        {query.isError && (
          <ErrorState
            title="The selection could not be counted"
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data !== undefined && <SelectionSummary summary={query.data} />}
      </ScrollArea>
    </div>
  );
}

function describeAll(requests: number | undefined): string {
  if (requests === undefined) return 'All that match selected';
  return `All ${formatCount(requests, 'request')} selected`;
}

interface ScopeActionsProps {
  readonly scope: ListScope;
  readonly total: number;
  /** All of them. */
  readonly isPinned: boolean;
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
}

/** What is done to all alike, those that are not loaded included. */
function ScopeActions({ scope, total, isPinned, onOpen, onClose }: ScopeActionsProps) {
  return (
    <div
      role="toolbar"
      aria-label="Selected requests"
      className="flex shrink-0 flex-wrap gap-2 border-b border-line px-4 py-2"
    >
      <Button onPress={() => void sendMatchingAgain(scope, onOpen)}>
        <RotateCw aria-hidden className="size-3.5" />
        Send again in order
      </Button>
      <ExportMenu listed={{ query: { ...scope }, total }} caption="Export" />
      <Button onPress={() => void toggleMatchingPins(scope)}>
        <Pin aria-hidden className="size-3.5" />
        {isPinned ? 'Unpin' : 'Pin'}
      </Button>
      <Button onPress={() => void openNoteOnMatching(scope)}>
        <StickyNote aria-hidden className="size-3.5" />
        Note
      </Button>
      <LabelMenu onLabel={(colour) => void markMatching(scope, { colour }, 'labelled')} />
      <Button
        onPress={() => {
          onClose();
          void removeMatching(scope);
        }}
      >
        <Trash2 aria-hidden className="size-3.5" />
        Delete
      </Button>
    </div>
  );
}

interface ActionsProps extends SelectionPaneProps {
  /** All of them. */
  readonly isPinned: boolean;
}

function Actions({ ids, isPinned, onCompare, onOpen, onClose }: ActionsProps) {
  const [first, second, ...others] = ids;
  const isPair = others.length === 0 && first !== undefined && second !== undefined;
  return (
    <div
      role="toolbar"
      aria-label="Selected requests"
      className="flex shrink-0 flex-wrap gap-2 border-b border-line px-4 py-2"
    >
      {isPair && (
        <Button variant="primary" onPress={() => onCompare(first, second)}>
          <GitCompareArrows aria-hidden className="size-3.5" />
          Compare
        </Button>
      )}
      <Button onPress={() => sendAgain(ids, onOpen)}>
        <RotateCw aria-hidden className="size-3.5" />
        Send again in order
      </Button>
      <ExportMenu selectedIds={ids} caption="Export" />
      <Button onPress={() => void makeScenario(ids)}>
        <Clapperboard aria-hidden className="size-3.5" />
        Make a scenario
      </Button>
      <Button onPress={() => void markRequests(ids, { isPinned: !isPinned })}>
        <Pin aria-hidden className="size-3.5" />
        {isPinned ? 'Unpin' : 'Pin'}
      </Button>
      <Button onPress={() => void openNote(ids)}>
        <StickyNote aria-hidden className="size-3.5" />
        Note
      </Button>
      <LabelMenu onLabel={(colour) => void markRequests(ids, { colour })} />
      <Button
        onPress={() => {
          onClose();
          void removeRequests({ ids: [...ids] });
        }}
      >
        <Trash2 aria-hidden className="size-3.5" />
        Delete
      </Button>
    </div>
  );
}

/** Colours. */
function LabelMenu({ onLabel }: { readonly onLabel: (colour: number | null) => void }) {
  return (
    <MenuButton
      label="Label"
      actions={[
        ...COLOUR_LABELS.map(({ colour, name, icon }) => ({
          id: String(colour),
          label: name,
          icon,
          onAction: () => onLabel(colour),
        })),
        {
          id: 'none',
          label: 'No label',
          icon: Tag,
          onAction: () => onLabel(null),
        },
      ]}
    />
  );
}
