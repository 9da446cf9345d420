// Requests that a test or a run has sent, with what was answered; where the target is a tenant of ours, with the way to
// their rows in the request log.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { ObservedRequest } from '../../../shared/simulator/job-run.ts';
import { callAdmin } from '../../api/client.ts';
import { formatDuration } from '../../ui/format.ts';
import { parseJson } from '../../ui/json-text.ts';
import { CodeText } from '../../ui/json-view.tsx';
import { PairTable } from '../../ui/pair-table.tsx';
import { readUrl } from './read-url.ts';

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
  const [isOpen, setIsOpen] = useState(false);
  return (
    <Disclosure
      isExpanded={isOpen}
      onExpandedChange={setIsOpen}
      className="group/exchange rounded-md border border-line bg-surface-1"
    >
      <Heading level={level}>
        <Button
          slot="trigger"
          className="flex min-h-8 w-full cursor-default items-center gap-2 px-2 text-left -outline-offset-2"
        >
          <ChevronRight
            aria-hidden
            className="size-4 shrink-0 text-ink-3 group-data-expanded/exchange:rotate-90"
          />
          <span className="font-mono text-sm font-semibold">{request.method}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-sm text-ink-2">
            {readPath(request.url)}
          </span>
          <span className="shrink-0 text-sm">{request.status ?? 'No answer'}</span>
          <span className="shrink-0 text-sm text-ink-3">{formatDuration(request.durationMs)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen && <Details {...request} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Details(request: ObservedRequest) {
  return (
    <div className="flex flex-col gap-3 border-t border-line p-3">
      <RecordedRows clientRequestId={request.clientRequestId} />
      <p className="font-mono text-sm wrap-anywhere text-ink-2">{request.url}</p>
      <Message title="Request" headers={request.requestHeaders} body={request.requestBody} />
      {request.status !== null && (
        <Message title="Response" headers={request.responseHeaders} body={request.responseBody} />
      )}
      {request.problem !== null && <p className="text-bad">{request.problem}</p>}
    </div>
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

interface MessageProps {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

function Message({ title, headers, body }: MessageProps) {
  const json = body === null ? undefined : parseJson(body);
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-3">{title}</p>
      <PairTable label={`${title} headers`} pairs={Object.entries(headers)} />
      {body !== null && body !== '' && (
        <div className="mt-2 rounded-md bg-surface-2 p-2">
          <CodeText
            label={`${title} body`}
            text={json === undefined ? body : JSON.stringify(json, null, 2)}
            isJson={json !== undefined}
          />
        </div>
      )}
    </div>
  );
}

function readPath(url: string): string {
  const { pathname, search } = new URL(url);
  return readUrl(pathname + search);
}
