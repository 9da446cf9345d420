// The figures of the tenant and the facts of the server, in one quiet line.
import { useStatus, useTenant } from '../../api/use-status.ts';
import { formatCount } from '../../ui/format.ts';
import { JobTray } from '../jobs/job-tray.tsx';

export function StatusBar() {
  const status = useStatus().data;
  const counts = useTenant()?.counts;
  return (
    <footer
      data-part
      className="flex h-7 shrink-0 items-center gap-4 border-t border-line px-3 text-sm whitespace-nowrap text-ink-3 tabular-nums"
    >
      {counts !== undefined && (
        <>
          <span>{formatCount(counts.requests, 'request')}</span>
          <span>{formatCount(counts.users, 'user')}</span>
          <span>{formatCount(counts.groups, 'group')}</span>
        </>
      )}
      <JobTray />
      <span className="flex-1" />
      {status !== undefined && (
        <>
          <span className="truncate" title={status.dataDir}>
            {status.dataDir === ':memory:' ? 'In memory, gone at exit' : status.dataDir}
          </span>
          <span>Version {status.version}</span>
        </>
      )}
    </footer>
  );
}
