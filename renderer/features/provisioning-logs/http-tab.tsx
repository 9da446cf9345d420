// The HTTP requests that were sent for an entry; those that a tenant of this workspace received lead to their rows.
import { Link } from '@tanstack/react-router';
import type { ProvisioningRequest } from '../../../shared/simulator/provisioning-log.ts';
import type { ProvisioningLogEntry } from '../../../shared/simulator/report-routes.ts';
import { Badge } from '../../ui/badge.tsx';
import { formatDuration } from '../../ui/format.ts';
import { readUrl } from '../../ui/read-url.ts';

export function HttpTab({ found: { entry, recorded } }: { readonly found: ProvisioningLogEntry }) {
  if (entry.requests.length === 0) {
    return <p className="p-4 text-ink-3">No request was sent for this entry.</p>;
  }
  return (
    <ol aria-label="HTTP requests" className="flex flex-col gap-2 p-4">
      {entry.requests.map((request, index) => (
        <SentRequest
          key={`${index} ${request.clientRequestId}`}
          request={request}
          rows={recorded.filter((row) => row.clientRequestId === request.clientRequestId)}
        />
      ))}
    </ol>
  );
}

interface SentRequestProps {
  readonly request: ProvisioningRequest;
  readonly rows: ProvisioningLogEntry['recorded'];
}

function SentRequest({ request, rows }: SentRequestProps) {
  const { method, url, status, durationMs } = request;
  return (
    <li className="rounded-md border border-line p-2.5">
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-mono text-sm font-semibold">{method}</span>
        <Badge tone={status === null || status >= 400 ? 'bad' : 'good'}>
          {status ?? 'No answer'}
        </Badge>
        <span className="text-sm text-ink-3">{formatDuration(durationMs)}</span>
        <span className="flex-1" />
        {rows.map(({ requestId, tenant }) => (
          <Link
            key={requestId}
            to="/requests"
            search={{ id: requestId, ...(tenant !== null && { tenant }) }}
            className="text-accent underline underline-offset-2"
          >
            Request {requestId}
          </Link>
        ))}
      </p>
      <p className="mt-1 font-mono text-sm wrap-anywhere text-ink-2">{readUrl(url)}</p>
    </li>
  );
}
