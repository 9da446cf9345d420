// What a request came down to, in words.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight, CircleCheck, CircleX, Pin, StickyNote } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Effect, RequestDetails } from '../../../shared/admin/request-log.ts';
import { writePeer } from '../../../shared/write-peer.ts';
import { callAdmin } from '../../api/client.ts';
import { Badge } from '../../ui/badge.tsx';
import { cx } from '../../ui/cx.ts';
import { Fact } from '../../ui/fact.tsx';
import { formatBytes, formatCount, formatDateTime, formatDuration } from '../../ui/format.ts';
import { parseJson, splitPath } from '../../ui/json-text.ts';
import { TONE_SOFT } from '../../ui/tone.ts';
import { COLOUR_LABELS, ColourMark } from './colour-labels.tsx';
import { findEntraOutcome } from './details/entra-outcome.ts';
import { SEVERITIES } from './details/severity-mark.tsx';
import { ProvisioningLogLink } from '../provisioning-logs/provisioning-log-link.tsx';
import { ResourceLink } from '../resources/resource-link.tsx';
import { operationLook } from './operation-look.ts';
import { describeStatus, SOURCE_NAMES } from './request-words.ts';

export function SummaryTab({ request }: { readonly request: RequestDetails }) {
  const { icon: Icon, tone } = operationLook(request);
  return (
    <div className="p-4">
      <div className="mb-3 flex gap-3">
        <span
          className={cx(
            'flex size-8 shrink-0 items-center justify-center rounded-md',
            TONE_SOFT[tone],
          )}
        >
          <Icon aria-hidden className="size-4" />
        </span>
        <p className="min-w-0 self-center text-lg font-semibold wrap-anywhere">
          {request.sentence}
        </p>
      </div>
      <Verdicts request={request} />
      <Marks request={request} />
      <Facts request={request} />
    </div>
  );
}

function Facts({ request }: { readonly request: RequestDetails }) {
  return (
    <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2">
      <Fact term="Answer">
        {request.status === 0 ? '' : `${request.status} `}
        {describeStatus(request.status, request.scimType)}
      </Fact>
      <Fact term="Changed">
        <ChangedList effects={request.effects} />
      </Fact>
      <Fact term="Resource">
        <RequestedResource request={request} />
        <Neighbours id={request.id} />
      </Fact>
      <Fact term="Source">
        {SOURCE_NAMES[request.source]}
        <span className="block text-ink-3">{request.sourceReason}</span>
        {request.userAgent !== null && (
          <span className="block font-mono text-sm text-ink-3">{request.userAgent}</span>
        )}
      </Fact>
      <Fact term="Token">
        {request.tokenName ?? <span className="text-ink-3">None that is known</span>}
      </Fact>
      <Fact term="Arrived">
        <time dateTime={request.at}>{formatDateTime(request.at)}</time>
        <span className="block font-mono text-sm text-ink-3">{request.at}</span>
      </Fact>
      <Fact term="Took">{formatDuration(request.durationMs)}</Fact>
      <Fact term="Size">
        {formatBytes(request.requestBytes)} in, {formatBytes(request.responseBytes)} out
      </Fact>
      <Fact term="From">
        <span className="font-mono text-sm">{writePeer(request)}</span>
        <span className="text-ink-3"> over HTTP {request.httpVersion}</span>
        <ConnectionLink connection={request.connection} />
      </Fact>
      {request.clientRequestId !== null && (
        <Fact term="Client’s id">
          <span className="font-mono text-sm">{request.clientRequestId}</span>
          <ProvisioningLogLink request={request} />
        </Fact>
      )}
    </dl>
  );
}

function ConnectionLink({ connection }: Pick<RequestDetails, 'connection'>) {
  if (connection === null) return null;
  return (
    <Link
      from="/requests"
      to="/requests"
      search={(old) => ({ ...old, filter: `connection:${connection}` })}
      className="mt-0.5 block w-fit text-accent underline underline-offset-2"
    >
      All requests of connection {connection}
    </Link>
  );
}

/** What the RFC, Microsoft Entra and the finding rules make of it, at a glance. */
function Verdicts({ request }: { readonly request: RequestDetails }) {
  const { error, warning } = request.findings;
  const { text } = request.responseBody;
  const answer = useMemo(() => parseJson(text), [text]);
  const outcome = findEntraOutcome(request, answer);
  return (
    <ul aria-label="Verdicts" className="mb-4 flex flex-wrap gap-1.5">
      <li>
        <Verdict isGood={error + warning === 0} good="RFC: OK" bad="RFC: departs" />
      </li>
      <li>
        <Verdict
          isGood={outcome === undefined}
          good="Entra: OK"
          bad={`Entra: ${outcome?.code ?? ''}`}
        />
      </li>
      {(['error', 'warning', 'notice'] as const).map((severity) => {
        const count = request.findings[severity];
        const { icon: Icon, tone, word } = SEVERITIES[severity];
        return (
          count > 0 && (
            <li key={severity}>
              <Badge tone={tone}>
                <Icon aria-hidden className="size-3.5" />
                {formatCount(count, word.toLowerCase())}
              </Badge>
            </li>
          )
        );
      })}
    </ul>
  );
}

interface VerdictProps {
  readonly isGood: boolean;
  readonly good: string;
  readonly bad: string;
}

function Verdict({ isGood, good, bad }: VerdictProps) {
  const Icon = isGood ? CircleCheck : CircleX;
  return (
    <Badge tone={isGood ? 'good' : 'warn'}>
      <Icon aria-hidden className="size-3.5" />
      {isGood ? good : bad}
    </Badge>
  );
}

/** What people have put on it. */
function Marks({ request }: { readonly request: RequestDetails }) {
  const { isPinned, note, colour } = request;
  if (!isPinned && note === null && colour === null) return null;
  return (
    <div className="mb-4 flex flex-col gap-1 rounded-md border border-line bg-surface-0 px-3 py-2">
      {isPinned && (
        <p className="flex items-center gap-2">
          <Pin aria-hidden className="size-3.5 text-ink-3" />
          Pinned: kept when old requests are pruned
        </p>
      )}
      {colour !== null && (
        <p className="flex items-center gap-2">
          <ColourMark colour={colour} />
          {COLOUR_LABELS.find((label) => label.colour === colour)?.name}
        </p>
      )}
      {note !== null && (
        <p className="flex items-start gap-2 whitespace-pre-line wrap-anywhere">
          <StickyNote aria-hidden className="mt-0.5 size-3.5 shrink-0 text-ink-3" />
          {note}
        </p>
      )}
    </div>
  );
}

function ChangedList({ effects }: { readonly effects: readonly Effect[] }) {
  const changed = effects.filter((effect) => effect.action !== 'unchanged');
  if (changed.length === 0) return <>No change</>;
  return (
    <ul>
      {changed.map((effect) => (
        <li key={`${effect.resourceType} ${effect.resourceId}`}>{describeEffect(effect)}</li>
      ))}
    </ul>
  );
}

const MOST_NAMED = 4;

function describeEffect(effect: Effect): string {
  const name = `${effect.resourceType.toLowerCase()} ${effect.resourceName ?? effect.resourceId}`;
  if (effect.action === 'created') return `Created ${name}`;
  if (effect.action === 'deleted') return `Deleted ${name}`;
  const paths = effect.changes.map((change) => splitPath(change.path).attribute);
  const named = paths.slice(0, MOST_NAMED).join(', ');
  const more = paths.length - MOST_NAMED;
  return `Updated ${name}: ${named}${more > 0 ? ` and ${formatCount(more, 'more attribute')}` : ''}`;
}

function RequestedResource({ request }: { readonly request: RequestDetails }) {
  const { resourceType, resourceId, resourceName, operation } = request;
  if (resourceType === null) return <span className="text-ink-3">None</span>;
  const label = `${resourceType} ${resourceName ?? resourceId ?? ''}`;
  const isLinked = resourceId !== null && operation !== 'delete' && request.status < 400;
  if (!isLinked) return <>{label}</>;
  return (
    <ResourceLink resourceType={resourceType} id={resourceId}>
      {label}
    </ResourceLink>
  );
}

/** The requests on the same resource before and after this one. */
function Neighbours({ id }: { readonly id: number }) {
  const query = useQuery({
    queryKey: ['request', id, 'neighbours'],
    queryFn: ({ signal }) => callAdmin('getRequestNeighbours', { params: { id } }, signal),
  });
  const { previous = null, next = null } = query.data?.onResource ?? {};
  if (previous === null && next === null) return null;
  return (
    <span className="mt-1 flex flex-wrap gap-3">
      {previous !== null && (
        <NeighbourLink id={previous}>
          <ChevronLeft aria-hidden className="size-3.5" />
          Before it: {previous}
        </NeighbourLink>
      )}
      {next !== null && (
        <NeighbourLink id={next}>
          After it: {next}
          <ChevronRight aria-hidden className="size-3.5" />
        </NeighbourLink>
      )}
    </span>
  );
}

function NeighbourLink({ id, children }: { readonly id: number; readonly children: ReactNode }) {
  return (
    <Link
      from="/requests"
      to="/requests"
      search={(search) => ({ ...search, id })}
      className="inline-flex items-center gap-0.5 text-accent underline underline-offset-2"
    >
      {children}
    </Link>
  );
}
