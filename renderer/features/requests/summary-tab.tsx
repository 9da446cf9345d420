// What a request came down to, in words.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Effect, RequestDetails } from '../../../shared/admin/request-log.ts';
import { cx } from '../../ui/cx.ts';
import { formatBytes, formatCount, formatDateTime, formatDuration } from '../../ui/format.ts';
import { splitPath } from '../../ui/json-text.ts';
import { TONE_SOFT } from '../../ui/tone.ts';
import { operationLook } from './operation-look.ts';
import { describeStatus, SOURCE_NAMES } from './request-words.ts';

export function SummaryTab({ request }: { readonly request: RequestDetails }) {
  const { icon: Icon, tone } = operationLook(request);
  return (
    <div className="p-4">
      <div className="mb-4 flex gap-3">
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
      <dl className="grid grid-cols-[7rem_minmax(0,1fr)] gap-x-3 gap-y-2">
        <Fact term="Answer">
          {request.status === 0 ? '' : `${request.status} `}
          {describeStatus(request.status, request.scimType)}
        </Fact>
        <Fact term="Changed">
          <ChangedList effects={request.effects} />
        </Fact>
        <Fact term="Resource">
          <ResourceLink request={request} />
        </Fact>
        <Fact term="Source">
          {SOURCE_NAMES[request.source]}
          <span className="block text-ink-3">{request.sourceReason}</span>
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
          <span className="font-mono text-sm">{request.remoteAddress}</span>
        </Fact>
      </dl>
    </div>
  );
}

interface FactProps {
  readonly term: string;
  readonly children: ReactNode;
}

function Fact({ term, children }: FactProps) {
  return (
    <>
      <dt className="text-ink-3">{term}</dt>
      <dd className="min-w-0 wrap-anywhere">{children}</dd>
    </>
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

function ResourceLink({ request }: { readonly request: RequestDetails }) {
  const { resourceType, resourceId, resourceName, operation } = request;
  if (resourceType === null) return <span className="text-ink-3">None</span>;
  const label = `${resourceType} ${resourceName ?? resourceId ?? ''}`;
  const to = resourceType === 'User' ? '/users' : '/groups';
  const isLinked = resourceId !== null && operation !== 'delete' && request.status < 400;
  if (!isLinked) return <>{label}</>;
  return (
    <Link
      to={to}
      search={{ id: resourceId }}
      className="font-medium text-accent underline underline-offset-2"
    >
      {label}
    </Link>
  );
}
