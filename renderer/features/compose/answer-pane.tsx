// What came back: status, time, headers and body, and what it changed where the target is ours.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, SendHorizontal } from 'lucide-react';
import { useState } from 'react';
import type { SentAnswer } from '../../../shared/admin/compose.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { formatBytes, formatDuration } from '../../ui/format.ts';
import { PairTable } from '../../ui/pair-table.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { TONE_SOFT } from '../../ui/tone.ts';
import { cx } from '../../ui/cx.ts';
import { EffectTab } from '../requests/effect-tab.tsx';
import { MessageBody } from '../requests/message-body.tsx';
import { statusTone } from '../requests/request-words.ts';
import type { Draft } from './drafts.ts';

export function AnswerPane({ draft }: { readonly draft: Draft }) {
  return (
    <div className="flex min-h-0 flex-1 flex-col" aria-busy={draft.isSending}>
      <div className="flex h-9 shrink-0 items-center gap-2 px-4">
        <h2 className="font-semibold">Response</h2>
        <p role="status" className="min-w-0 flex-1 truncate text-ink-2">
          {describeState(draft)}
        </p>
      </div>
      <Outcome draft={draft} />
    </div>
  );
}

function Outcome({ draft: { answer, isSending, problem } }: { readonly draft: Draft }) {
  if (isSending) return <Skeleton label="Waiting for the answer" lines={5} />;
  if (problem !== null) return <Failure title="It was not sent" reason={problem} />;
  if (answer === null) {
    return (
      <EmptyState icon={SendHorizontal} title="Nothing sent yet">
        <p>Send the request with its button or Ctrl+Enter; what comes back is shown here.</p>
      </EmptyState>
    );
  }
  if (answer.kind === 'answered') return <Answered answer={answer} />;
  return <Failure title="No answer came" reason={answer.reason} url={answer.url} />;
}

function describeState({ isSending, answer }: Draft): string {
  if (isSending) return 'Waiting for the answer…';
  if (answer === null) return '';
  if (answer.kind === 'failed') return `Failed after ${formatDuration(answer.durationMs)}`;
  const { status, statusText, durationMs, body } = answer;
  return `${status} ${statusText} in ${formatDuration(durationMs)}, ${formatBytes(body.bytes)}`;
}

interface FailureProps {
  readonly title: string;
  readonly reason: string;
  readonly url?: string;
}

function Failure({ title, reason, url }: FailureProps) {
  return (
    <EmptyState icon={CircleAlert} title={title}>
      <p>{reason}</p>
      {url !== undefined && <p className="mt-1 font-mono text-sm wrap-anywhere">{url}</p>}
    </EmptyState>
  );
}

type Answer = Extract<SentAnswer, { kind: 'answered' }>;

function Answered({ answer }: { readonly answer: Answer }) {
  const [tab, setTab] = useState('body');
  const { requestId, headers, body, status, statusText } = answer;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2 px-4 py-2">
        <span className={cx('rounded px-1.5 font-mono text-sm', TONE_SOFT[statusTone(status)])}>
          {status} {statusText}
        </span>
        {requestId !== null && <LogLink id={requestId} />}
      </div>
      <Tabs
        label="Response"
        selected={tab}
        onSelect={setTab}
        items={[
          { id: 'body', label: 'Body', content: <MessageBody what="response body" body={body} /> },
          {
            id: 'headers',
            label: 'Headers',
            note: String(headers.length),
            content: (
              <div className="px-4 py-3">
                <PairTable label="Response headers" pairs={headers} />
              </div>
            ),
          },
          ...(requestId === null
            ? []
            : [{ id: 'effect', label: 'Effect', content: <Effect id={requestId} /> }]),
        ]}
      />
    </>
  );
}

function LogLink({ id }: { readonly id: number }) {
  return (
    <Link
      to="/requests"
      search={{ id }}
      className="font-medium text-accent underline underline-offset-2"
    >
      Request {id} in the log
    </Link>
  );
}

function Effect({ id }: { readonly id: number }) {
  const query = useQuery({
    queryKey: queryKeys.request(id),
    queryFn: ({ signal }) => callAdmin('getRequest', { params: { id } }, signal),
  });
  if (query.isError) return <p className="p-4 text-ink-2">Its entry is no longer in the log.</p>;
  if (query.data === undefined) return <Skeleton label="Loading the effect" lines={4} />;
  return <EffectTab effects={query.data.effects} />;
}
