// How far the full-text index has come, while it is being built.
import { useQuery } from '@tanstack/react-query';
import { callAdmin } from '../../api/client.ts';
import { formatNumber } from '../../ui/format.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** Fewer wait for it whenever requests arrive. */
const WORTH_TELLING = 500;
const LOOK_EVERY_MS = 500;

export function IndexProgress() {
  const status = useQuery({
    queryKey: ['request-log', 'index-progress'],
    queryFn: ({ signal }) => callAdmin('getRequestLogStatus', { query: {} }, signal),
    refetchInterval: LOOK_EVERY_MS,
  }).data;
  if (status === undefined || !status.limits.indexesText) return null;
  const { rows, unindexed } = status;
  if (unindexed < WORTH_TELLING) return null;
  const done = Math.max(0, rows - unindexed);
  return (
    <div className="flex w-72 max-w-full">
      <ProgressBar
        label="Building the index"
        share={rows === 0 ? undefined : done / rows}
        note={`${formatNumber(done)} of ${formatNumber(rows)}`}
      />
    </div>
  );
}
