// Escrows: what has failed and waits to be tried again; nothing while there is none.
import { Link } from '@tanstack/react-router';
import { formatCount, formatDateTime, formatNumber } from '../../ui/format.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Panel } from '../provisioning/panel.tsx';
import { useEscrows } from '../provisioning/use-provisioning-job.ts';

export function EscrowCard({ application }: { readonly application: string }) {
  const { total = 0, escrows = [] } = useEscrows(application).data ?? {};
  if (total === 0) return null;
  const cut =
    total > escrows.length ? ` The first ${formatNumber(escrows.length)} are listed.` : '';
  return (
    <Panel
      title="Escrows"
      hint={`${formatCount(total, 'failure')} to be tried again, at growing intervals.${cut}`}
    >
      <ScrollArea label="Escrows" className="max-h-60 rounded-md border border-line">
        <table className="w-full min-w-120 table-fixed border-collapse text-left">
          <thead className="sticky top-0 bg-surface-2 text-sm text-ink-2">
            <tr>
              <th scope="col" className="w-[32%] px-2 py-1 font-medium">
                Object
              </th>
              <th scope="col" className="px-2 py-1 font-medium">
                Error
              </th>
              <th scope="col" className="w-20 px-2 py-1 font-medium">
                Attempts
              </th>
              <th scope="col" className="w-28 px-2 py-1 font-medium">
                Next attempt
              </th>
            </tr>
          </thead>
          <tbody>
            {escrows.map(({ sourceId, displayName, kind, objectType, ...escrow }) => (
              <tr key={`${kind} ${sourceId}`} className="border-t border-line align-top">
                <th scope="row" className="px-2 py-1 font-normal">
                  <Link
                    to="/entra/logs"
                    search={{ sourceId }}
                    className="wrap-anywhere text-accent underline underline-offset-2"
                  >
                    {displayName ?? sourceId}
                  </Link>
                  <span className="block text-sm text-ink-3">
                    {objectType}
                    {kind === 'reference' && ', reference'}
                  </span>
                </th>
                <td className="px-2 py-1">
                  <code className="font-mono text-sm wrap-anywhere">{escrow.errorCode}</code>
                  <span className="block text-sm wrap-anywhere text-ink-2">{escrow.reason}</span>
                </td>
                <td className="px-2 py-1 tabular-nums">{formatNumber(escrow.attempts)}</td>
                <td className="px-2 py-1">{formatDateTime(escrow.nextAttempt)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollArea>
    </Panel>
  );
}
