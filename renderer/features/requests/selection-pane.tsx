// What several selected requests hold together, and what can be done to all of them.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { GitCompareArrows, Pin, RotateCw, StickyNote, Tag, Trash2, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { RequestSelectionSummary } from '../../../shared/admin/request-log-pages.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import {
  formatBytes,
  formatCount,
  formatDateTime,
  formatDuration,
  formatNumber,
} from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import { COLOUR_LABELS } from './colour-labels.tsx';
import { openNote } from './note-dialog.tsx';
import { markRequests, removeRequests, replayRequests } from './request-actions.ts';
import { writeSpan } from './request-words.ts';

/** All that the list shows, loaded or not. */
export interface SelectionScope {
  readonly query: { readonly tenant: string; readonly filter: string };
  readonly total: number;
}

interface SelectionPaneProps {
  readonly ids: readonly number[];
  /** Where all loaded rows were selected, and the list has more. */
  readonly scope: SelectionScope | null;
  readonly onCompare: (first: number, second: number) => void;
  readonly onOpen: (id: number) => void;
  readonly onClose: () => void;
}

export function SelectionPane(props: SelectionPaneProps) {
  const { ids, onClose } = props;
  const query = useQuery({
    queryKey: ['request-log', 'selection', ids],
    queryFn: ({ signal }) => callAdmin('summariseRequests', { body: { ids: [...ids] } }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="flex min-h-0 flex-1 flex-col">
      <div className="flex h-11 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          {formatCount(ids.length, 'request')} selected
        </h2>
        <IconButton icon={X} label="Clear the selection" onPress={onClose} />
      </div>
      <Actions {...props} />
      {props.scope !== null && <Rest {...props} scope={props.scope} />}
      <ScrollArea label="What they hold" className="min-h-0 flex-1 divide-y divide-line">
        {query.isPending && <Skeleton label="Counting" lines={6} />}
        {query.isError && (
          <ErrorState
            title="The selection could not be counted"
            error={query.error}
            onRetry={() => void query.refetch()}
          />
        )}
        {query.data !== undefined && <Summary summary={query.data} />}
      </ScrollArea>
    </div>
  );
}

/** Of a list longer than what is loaded: what was chosen, and what can be done to the whole. */
function Rest({ ids, scope, onClose }: SelectionPaneProps & { readonly scope: SelectionScope }) {
  const { query, total } = scope;
  const whole = `${formatCount(total, 'request')}${query.filter === '' ? '' : ' that match'}`;
  return (
    <div className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line bg-surface-2 px-4 py-2">
      <p className="min-w-48 flex-1 text-ink-2">
        Only the {formatNumber(ids.length)} loaded rows are selected, of {whole}. Export reaches
        them all.
      </p>
      <Button
        onPress={() => {
          onClose();
          void removeRequests(query);
        }}
      >
        <Trash2 aria-hidden className="size-3.5" />
        Delete all but pinned ones
      </Button>
    </div>
  );
}

function Actions({ ids, scope, onCompare, onOpen, onClose }: SelectionPaneProps) {
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
      <Button onPress={() => void replayRequests(ids, onOpen)}>
        <RotateCw aria-hidden className="size-3.5" />
        Send again in order
      </Button>
      <ExportMenu
        selectedIds={ids}
        {...(scope === null ? {} : { listed: scope })}
        caption="Export"
      />
      <Button onPress={() => void markRequests(ids, { isPinned: true })}>
        <Pin aria-hidden className="size-3.5" />
        Pin
      </Button>
      <Button onPress={() => void openNote(ids)}>
        <StickyNote aria-hidden className="size-3.5" />
        Note
      </Button>
      <LabelMenu ids={ids} />
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
function LabelMenu({ ids }: Pick<SelectionPaneProps, 'ids'>) {
  return (
    <MenuButton
      label="Label"
      actions={[
        ...COLOUR_LABELS.map(({ colour, name, icon }) => ({
          id: String(colour),
          label: name,
          icon,
          onAction: () => void markRequests(ids, { colour }),
        })),
        {
          id: 'none',
          label: 'No label',
          icon: Tag,
          onAction: () => void markRequests(ids, { colour: null }),
        },
      ]}
    />
  );
}

function Summary({ summary }: { readonly summary: RequestSelectionSummary }) {
  const { requests, failures, firstAt, lastAt, totalDurationMs } = summary;
  const more = summary.resourceCount - summary.resources.length;
  return (
    <>
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-1.5 px-4 py-3">
        <Fact term="Requests">
          {formatNumber(requests)}, {formatNumber(failures)} failed
        </Fact>
        {firstAt !== null && lastAt !== null && (
          <Fact term="Time span">
            {writeSpan(firstAt, lastAt)}
            <span className="block text-ink-3">
              {formatDateTime(firstAt)} to {formatDateTime(lastAt)}
            </span>
          </Fact>
        )}
        <Fact term="Duration">
          {formatDuration(totalDurationMs)} in all
          {requests > 0 && `, ${formatDuration(totalDurationMs / requests)} on average`}
        </Fact>
        <Fact term="Bytes">
          {formatBytes(summary.requestBytes)} in, {formatBytes(summary.responseBytes)} out
        </Fact>
      </dl>
      <Counts
        title="Operations"
        rows={summary.operations.map(({ operation, requests: count }) => [
          operation.replaceAll('-', ' '),
          count,
        ])}
      />
      <Counts
        title="Statuses"
        rows={summary.statuses.map(({ status, requests: count }) => [
          status === 0 ? 'no answer' : String(status),
          count,
        ])}
      />
      <Counts
        title="Resources"
        rows={summary.resources.map((one) => [
          `${one.resourceType} ${one.resourceName ?? one.resourceId}`,
          one.requests,
        ])}
        note={more > 0 ? `and ${formatCount(more, 'more resource')}` : undefined}
      />
    </>
  );
}

function Fact({ term, children }: { readonly term: string; readonly children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd>{children}</dd>
    </>
  );
}

interface CountsProps {
  readonly title: string;
  readonly rows: readonly (readonly [string, number])[];
  readonly note?: string | undefined;
}

function Counts({ title, rows, note }: CountsProps) {
  if (rows.length === 0) return null;
  const most = Math.max(...rows.map(([, count]) => count));
  return (
    <Section title={title}>
      <table aria-label={title} className="w-full table-fixed text-left">
        <tbody>
          {rows.map(([name, count]) => (
            <tr key={name}>
              <th scope="row" className="truncate py-0.5 pr-2 font-normal" title={name}>
                {name}
              </th>
              <td className="flex items-center gap-2 py-0.5 tabular-nums">
                <span className="w-10 shrink-0 text-right">{formatNumber(count)}</span>
                <span
                  aria-hidden
                  className="h-2 rounded-sm bg-accent"
                  style={{ width: `${(count / most) * 60}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {note !== undefined && <p className="pt-1 text-ink-3">{note}</p>}
    </Section>
  );
}
