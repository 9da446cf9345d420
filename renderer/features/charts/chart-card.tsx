// A chart with its sentence, its legend, and the same figures as a table for whoever prefers that.
import { ChartColumn, Table } from 'lucide-react';
import { useId, useState, type ReactNode } from 'react';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { ScrollArea } from '../../ui/scroll-area.tsx';

interface ChartCardProps {
  readonly title: string;
  /** The chart in one sentence. */
  readonly summary: string;
  readonly isEmpty: boolean;
  readonly legend: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** More controls at the right of the title. */
  readonly controls?: ReactNode;
}

const VIEWS = [
  { value: 'chart', label: 'View as chart', icon: ChartColumn },
  { value: 'table', label: 'View as table', icon: Table },
] as const;

export function ChartCard(props: ChartCardProps) {
  const { title, summary, isEmpty, legend, chart, table, controls } = props;
  const id = useId();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  return (
    <section
      aria-labelledby={id}
      className="rounded-lg border border-line bg-surface-1 p-5 shadow-xs"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-2">
        <h2 id={id} className="flex-1 text-lg font-semibold whitespace-nowrap">
          {title}
        </h2>
        {controls}
        <SegmentedControl
          label={`How ${title} is shown`}
          options={VIEWS}
          value={view}
          onChange={setView}
        />
      </div>
      <p className="mt-1 mb-3 text-ink-2">{summary}</p>
      {view === 'table' ? (
        <ScrollArea label={`${title} as table`} className="h-52 rounded-md border border-line">
          {table}
        </ScrollArea>
      ) : (
        <>
          <div role="img" aria-label={`${title}: ${summary}`} className="relative h-44">
            {chart}
            {isEmpty && <NothingYet />}
          </div>
          <div className="mt-2 pl-13">{legend}</div>
        </>
      )}
    </section>
  );
}

function NothingYet() {
  return (
    <span className="absolute inset-0 flex items-center justify-center pb-6 pl-13">
      <span className="bg-surface-1 px-2 text-ink-3">
        What arrives is drawn here, minute by minute.
      </span>
    </span>
  );
}
