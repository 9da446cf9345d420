// The requests that a failed check has sent, and their answers; the last one, which mostly decides, is open.
import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { CheckedExchange } from '../../../shared/checker/report.ts';
import { formatDuration } from '../../ui/format.ts';
import { parseJson } from '../../ui/json-text.ts';
import { CodeText } from '../../ui/json-view.tsx';
import { PairTable } from '../../ui/pair-table.tsx';

export function Evidence({ exchanges }: { readonly exchanges: readonly CheckedExchange[] }) {
  return (
    <ol className="flex flex-col gap-2">
      {exchanges.map((exchange, index) => (
        <li key={`${index} ${exchange.request.url}`}>
          <Exchange exchange={exchange} isOpen={index === exchanges.length - 1} />
        </li>
      ))}
    </ol>
  );
}

interface ExchangeProps {
  readonly exchange: CheckedExchange;
  readonly isOpen: boolean;
}

function Exchange({ exchange, isOpen }: ExchangeProps) {
  const { request, response, problem, durationMs } = exchange;
  return (
    <Disclosure
      defaultExpanded={isOpen}
      className="group/exchange rounded-md border border-line bg-surface-1"
    >
      <Heading level={4}>
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
            {pathOf(request.url)}
          </span>
          <span className="shrink-0 text-sm">{response?.status ?? 'No answer'}</span>
          <span className="shrink-0 text-sm text-ink-3">{formatDuration(durationMs)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>
        <div className="flex flex-col gap-3 border-t border-line p-3">
          <Message title="Request" headers={request.headers} body={request.body} />
          {response !== null && (
            <Message title="Response" headers={response.headers} body={response.body} />
          )}
          {problem !== null && <p className="text-bad">{problem}</p>}
        </div>
      </DisclosurePanel>
    </Disclosure>
  );
}

interface MessageProps {
  readonly title: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function Message({ title, headers, body }: MessageProps) {
  const json = parseJson(body);
  return (
    <div>
      <p className="mb-1 text-sm font-medium text-ink-3">{title}</p>
      <PairTable label={`${title} headers`} pairs={Object.entries(headers)} />
      {body !== '' && (
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

function pathOf(url: string): string {
  const { pathname, search } = new URL(url);
  return pathname + search;
}
