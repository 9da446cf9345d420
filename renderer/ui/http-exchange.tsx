// A request that was sent and what was answered, under a line that opens.
import { ChevronRight } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import { formatDuration } from './format.ts';
import { parseJson } from './json-text.ts';
import { CodeText } from './json-view.tsx';
import { PairTable } from './pair-table.tsx';
import { readUrl } from './read-url.ts';

export interface HttpMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

interface HttpExchangeProps {
  readonly method: string;
  readonly url: string;
  /** Null: no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly request: HttpMessage;
  readonly response: HttpMessage | null;
  /** Why no answer came. */
  readonly problem: string | null;
  /** Of its heading. */
  readonly level: 3 | 4;
  readonly startsOpen?: boolean;
  /** Before the messages; made when it is open. */
  readonly about?: () => ReactNode;
}

export function HttpExchange(props: HttpExchangeProps) {
  const { method, url, status, durationMs, level, startsOpen = false } = props;
  const [isOpen, setIsOpen] = useState(startsOpen);
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
          <span className="font-mono text-sm font-semibold">{method}</span>
          <span className="min-w-0 flex-1 truncate font-mono text-sm text-ink-2">
            {readPath(url)}
          </span>
          <span className="shrink-0 text-sm">{status ?? 'No answer'}</span>
          <span className="shrink-0 text-sm text-ink-3">{formatDuration(durationMs)}</span>
        </Button>
      </Heading>
      <DisclosurePanel>{isOpen && <Messages {...props} />}</DisclosurePanel>
    </Disclosure>
  );
}

function Messages({ request, response, problem, about }: HttpExchangeProps) {
  return (
    <div className="flex flex-col gap-3 border-t border-line p-3">
      {about?.()}
      <Message title="Request" {...request} />
      {response !== null && <Message title="Response" {...response} />}
      {problem !== null && <p className="text-bad">{problem}</p>}
    </div>
  );
}

function Message({ title, headers, body }: HttpMessage & { readonly title: string }) {
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
