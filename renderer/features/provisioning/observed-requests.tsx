// Requests that a test or a run has sent, with what was answered; where the target is a tenant of ours, with the way to
// their rows in the request log.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ObservedRequest } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { HttpExchange } from '../../ui/http-exchange.tsx';

interface ObservedRequestsProps {
  readonly requests: readonly ObservedRequest[];
  /** Of the headings of the requests. */
  readonly level: 3 | 4;
}

export function ObservedRequests({ requests, level }: ObservedRequestsProps) {
  return (
    <ol className="flex flex-col gap-2">
      {requests.map((request) => (
        <li key={request.clientRequestId}>
          <Exchange request={request} level={level} />
        </li>
      ))}
    </ol>
  );
}

interface ExchangeProps {
  readonly request: ObservedRequest;
  readonly level: 3 | 4;
}

function Exchange({ request, level }: ExchangeProps) {
  const { method, url, status, durationMs, problem, clientRequestId } = request;
  return (
    <HttpExchange
      {...{ method, url, status, durationMs, problem, level }}
      request={{ headers: request.requestHeaders, body: request.requestBody }}
      response={
        status === null ? null : { headers: request.responseHeaders, body: request.responseBody }
      }
      about={() => (
        <>
          <RecordedRows clientRequestId={clientRequestId} />
          <p className="font-mono text-sm wrap-anywhere text-ink-2">{url}</p>
        </>
      )}
    />
  );
}

/** Nothing where another server was asked. */
function RecordedRows({ clientRequestId }: Pick<ObservedRequest, 'clientRequestId'>) {
  const found = useQuery({
    queryKey: ['request-log', 'recorded', clientRequestId],
    queryFn: ({ signal }) =>
      callAdmin('findRecordedRequests', { params: { clientRequestId } }, signal),
  });
  const requests = found.data?.requests ?? [];
  if (requests.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3">
      {requests.map(({ tenant, requestId }) => (
        <Link
          key={requestId}
          to="/requests"
          search={{ id: requestId, ...(tenant !== null && { tenant }) }}
          className="text-accent underline underline-offset-2"
        >
          Open in Requests (#{requestId})
        </Link>
      ))}
    </p>
  );
}
