// What the logs sum up to: events by action and status, the share that went well, errors, cycles. A press filters.
import type { ReactNode } from 'react';
import {
  ProvisioningStatus,
  type ProvisioningAction,
} from '../../../shared/simulator/provisioning-log.ts';
import type {
  OutcomeCount,
  ProvisioningInsights,
} from '../../../shared/simulator/provisioning-log-pages.ts';
import { cx } from '../../ui/cx.ts';
import { formatCount, formatDateTime, formatNumber, formatPercent } from '../../ui/format.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { ACTION_WORDS, STATUS_LOOKS } from './log-words.ts';
import type { LogsAddress } from './use-logs-address.ts';

interface InsightsViewProps {
  readonly insights: ProvisioningInsights;
  readonly address: LogsAddress;
}

export function InsightsView({ insights, address }: InsightsViewProps) {
  const show: Show = (change) => address.setFilter({ ...change, view: undefined });
  return (
    <ScrollArea label="Insights" className="min-h-0 flex-1">
      <div className="grid grid-cols-[repeat(auto-fit,minmax(18rem,1fr))] gap-3 p-4">
        <Figures insights={insights} />
        <Actions insights={insights} show={show} />
        <Statuses insights={insights} show={show} />
        {address.search.applications === 'all' && (
          <Applications insights={insights} onShow={address.setFilter} />
        )}
        <Errors insights={insights} show={show} />
        <Cycles insights={insights} show={show} />
      </div>
    </ScrollArea>
  );
}

/** The entries behind a figure, in the list. */
type Show = (change: Parameters<LogsAddress['setFilter']>[0]) => void;

interface FilteringTileProps {
  readonly insights: ProvisioningInsights;
  readonly show: Show;
}

function Actions({ insights, show }: FilteringTileProps) {
  const rows = groupOutcomes(insights.outcomes, ({ action }) => action).map(
    ([action, outcomes]) => ({
      key: action,
      name: ACTION_WORDS[action],
      outcomes,
      onPress: () => show({ action }),
    }),
  );
  return <BarTile title="Events by action" rows={rows} nothing="There is no event." />;
}

function Statuses({ insights, show }: FilteringTileProps) {
  const rows = groupOutcomes(insights.outcomes, ({ status }) => status).map(
    ([status, outcomes]) => ({
      key: status,
      name: STATUS_LOOKS[status].word,
      note: describeObjects(insights, status),
      outcomes,
      onPress: () => show({ status }),
    }),
  );
  return <BarTile title="Events by status" rows={rows} nothing="There is no event." />;
}

interface ApplicationsProps {
  readonly insights: ProvisioningInsights;
  readonly onShow: LogsAddress['setFilter'];
}

function Applications({ insights, onShow }: ApplicationsProps) {
  const rows = insights.applications.map(({ applicationId, name, outcomes }) => ({
    key: applicationId,
    name,
    outcomes,
    onPress: () => onShow({ application: applicationId, applications: undefined, view: undefined }),
  }));
  return <BarTile title="Events by application" rows={rows} nothing="There is no event." />;
}

const MOST_ERRORS = 8;

function Errors({ insights, show }: FilteringTileProps) {
  const rows = insights.errors.slice(0, MOST_ERRORS).map(({ errorCode, count }) => ({
    key: errorCode,
    name: errorCode,
    outcomes: [{ status: 'failure', action: 'other', count } as const],
    onPress: () => show({ errorCode }),
  }));
  return <BarTile title="Most frequent errors" rows={rows} nothing="No entry failed." />;
}

function Cycles({ insights, show }: FilteringTileProps) {
  const rows = insights.cycles.map(({ cycleId, began, outcomes }) => ({
    key: cycleId,
    name: formatDateTime(began),
    outcomes,
    onPress: () => show({ cycleId }),
  }));
  return <BarTile title="Cycles" isWide rows={rows} nothing="No cycle has run." />;
}

function Figures({
  insights: { total, outcomes, objectTypes },
}: {
  insights: ProvisioningInsights;
}) {
  const count = (status: ProvisioningStatus) =>
    sum(outcomes.filter((one) => one.status === status));
  const judged = count('success') + count('failure');
  const rate = judged === 0 ? '–' : formatPercent(count('success') / judged);
  const figures = [
    { name: 'Events', value: formatNumber(total) },
    { name: 'Success rate, skipped left out', value: rate },
    ...objectTypes.map(({ type, count: objects }) => ({
      name: type === 'User' ? 'Users synchronized' : `${type}s synchronized`,
      value: formatNumber(objects),
    })),
  ];
  return (
    <Tile title="At a glance">
      <dl className="grid grid-cols-2 gap-3">
        {figures.map(({ name, value }) => (
          <div key={name} className="flex flex-col-reverse justify-end">
            <dt className="text-sm text-ink-3">{name}</dt>
            <dd className="text-2xl font-semibold tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Tile>
  );
}

interface TileProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly children: ReactNode;
}

function Tile({ title, isWide = false, children }: TileProps) {
  return (
    <section
      aria-label={title}
      className={cx(
        'min-w-0 rounded-lg border border-line bg-surface-1 p-4 shadow-xs',
        isWide && 'col-span-full',
      )}
    >
      <h2 className="mb-3 font-semibold">{title}</h2>
      {children}
    </section>
  );
}

interface Bar {
  readonly key: string;
  readonly name: string;
  readonly note?: string;
  readonly outcomes: readonly OutcomeCount[];
  readonly onPress: () => void;
}

interface BarTileProps {
  readonly title: string;
  readonly isWide?: boolean;
  readonly rows: readonly Bar[];
  /** What it says without rows. */
  readonly nothing: string;
}

function BarTile({ title, isWide = false, rows, nothing }: BarTileProps) {
  return (
    <Tile title={title} isWide={isWide}>
      {rows.length === 0 ? (
        <p className="text-ink-3">{nothing}</p>
      ) : (
        <Bars label={title} isWide={isWide} rows={rows} />
      )}
    </Tile>
  );
}

/** Each bar in proportion to the longest, in the colours of its statuses. */
function Bars({
  label,
  isWide,
  rows,
}: Required<Omit<BarTileProps, 'title' | 'nothing'>> & { readonly label: string }) {
  const longest = Math.max(1, ...rows.map(({ outcomes }) => sum(outcomes)));
  return (
    <ul aria-label={label} className="flex flex-col gap-1">
      {rows.map(({ key, name, note, outcomes, onPress }) => (
        <li key={key}>
          <button
            type="button"
            onClick={onPress}
            title={name}
            className={cx(
              'grid w-full items-center gap-2 rounded-md px-1.5 py-1 text-left hover:bg-surface-2',
              isWide
                ? 'grid-cols-[minmax(0,11rem)_minmax(0,1fr)_auto]'
                : 'grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]',
            )}
          >
            <span className="min-w-0">
              <span className="block wrap-anywhere">{name}</span>
              {note !== undefined && <span className="block text-sm text-ink-3">{note}</span>}
            </span>
            <span aria-hidden className="flex h-2.5 overflow-hidden rounded-full bg-surface-2">
              {ProvisioningStatus.options.map((status) => (
                <span
                  key={status}
                  className={STATUS_LOOKS[status].fill}
                  style={{
                    width: `${(sum(outcomes.filter((one) => one.status === status)) / longest) * 100}%`,
                  }}
                />
              ))}
            </span>
            <span className="text-right tabular-nums">{formatNumber(sum(outcomes))}</span>
            <span className="sr-only">{describeOutcomes(outcomes)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function describeOutcomes(outcomes: readonly OutcomeCount[]): string {
  return groupOutcomes(outcomes, ({ status }) => status)
    .map(([status, some]) => `${STATUS_LOOKS[status].word} ${formatNumber(sum(some))}`)
    .join(', ');
}

function describeObjects({ objects }: ProvisioningInsights, status: ProvisioningStatus): string {
  const count = objects.find((one) => one.status === status)?.count ?? 0;
  return formatCount(count, 'object');
}

/** The largest first. */
function groupOutcomes<Key extends ProvisioningAction | ProvisioningStatus>(
  outcomes: readonly OutcomeCount[],
  keyOf: (outcome: OutcomeCount) => Key,
): readonly (readonly [Key, readonly OutcomeCount[]])[] {
  const groups = new Map<Key, OutcomeCount[]>();
  for (const outcome of outcomes) {
    const key = keyOf(outcome);
    groups.set(key, [...(groups.get(key) ?? []), outcome]);
  }
  return [...groups].toSorted(([, one], [, other]) => sum(other) - sum(one));
}

function sum(outcomes: readonly OutcomeCount[]): number {
  return outcomes.reduce((total, { count }) => total + count, 0);
}
