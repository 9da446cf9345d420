// The cells of the Requests list that are more than a word; Home shows some of them too.
import { Pin, StickyNote } from 'lucide-react';
import type { RequestSummary } from '../../../shared/admin/request-log.ts';
import type { FindingCounts } from '../../../shared/admin/finding.ts';
import { cx } from '../../ui/cx.ts';
import { formatTime } from '../../ui/format.ts';
import { TONE_TEXT } from '../../ui/tone.ts';
import { ColourMark } from './colour-labels.tsx';
import { SEVERITIES } from './details/severity-mark.tsx';
import { operationLook } from './operation-look.ts';
import { methodTone, readableQuery, readQuery, shortPath, statusTone } from './request-words.ts';
import { formatAgo, useNow, useTimeForm } from './time-form.ts';

interface CellProps {
  readonly request: RequestSummary;
}

const BAR_CLASSES = {
  neutral: 'bg-transparent',
  accent: 'bg-accent',
  good: 'bg-good',
  warn: 'bg-warn',
  bad: 'bg-bad',
  violet: 'bg-violet',
} as const;

/** The sentence, with a bar at the edge of the row for its kind and what people have put on it. */
export function OperationCell({ request }: CellProps) {
  const { isPinned, note, colour } = request;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span
        aria-hidden
        className={cx(
          'absolute inset-y-0 left-0 w-[3px]',
          BAR_CLASSES[operationLook(request).tone],
        )}
      />
      <span className="min-w-0 flex-1">
        <Meaning request={request} />
      </span>
      {note !== null && (
        <span title={note} className="flex shrink-0">
          <StickyNote role="img" aria-label={`Note: ${note}`} className="size-3.5 text-ink-3" />
        </span>
      )}
      {isPinned && <Pin role="img" aria-label="Pinned" className="size-3.5 shrink-0 text-ink-2" />}
      {colour !== null && <ColourMark colour={colour} />}
    </span>
  );
}

export function Meaning({ request }: CellProps) {
  const { icon: Icon, tone, word } = operationLook(request);
  return (
    <span className="flex min-w-0 items-center gap-2">
      <Icon
        role="img"
        aria-label={word}
        className={cx('size-3.5 shrink-0', TONE_TEXT[tone])}
        strokeWidth={2}
      />
      <span data-sentence className="truncate">
        {request.sentence}
      </span>
    </span>
  );
}

export function TimeCell({ at }: { readonly at: string }) {
  const form = useTimeForm((state) => state.form);
  return (
    <span className="font-mono text-sm text-ink-3" title={at}>
      {form === 'ago' ? <Ago at={at} /> : form === 'iso' ? at : formatTime(at)}
    </span>
  );
}

function Ago({ at }: { readonly at: string }) {
  return <>{formatAgo(at, useNow())}</>;
}

export function Method({ method }: { readonly method: string }) {
  return (
    <span className={cx('font-mono text-sm font-medium', TONE_TEXT[methodTone(method)])}>
      {method}
    </span>
  );
}

/** Path, decoded; the filter as a chip, the rest of the query quiet. */
export function PathCell({ request }: CellProps) {
  const pairs = readQuery(request.query);
  const filter = pairs.find(([name]) => name.toLowerCase() === 'filter')?.[1];
  const others = pairs.filter(([name]) => name.toLowerCase() !== 'filter');
  return (
    <span
      className="flex min-w-0 items-center gap-1.5 font-mono text-sm text-ink-2"
      title={`${request.path}${request.query === '' ? '' : `?${readableQuery(request.query)}`}`}
    >
      <span className="shrink-0 truncate">{shortPath(request)}</span>
      {filter !== undefined && (
        <span className="min-w-0 truncate rounded-sm bg-accent-soft px-1 text-accent">
          {filter}
        </span>
      )}
      {others.length > 0 && (
        <span className="min-w-0 truncate text-ink-3">
          ?{others.map(([name, value]) => (value === '' ? name : `${name}=${value}`)).join('&')}
        </span>
      )}
    </span>
  );
}

export function Status({ request }: CellProps) {
  return (
    <span className="text-sm tabular-nums">
      <span className={cx('font-mono font-medium', TONE_TEXT[statusTone(request.status)])}>
        {request.status === 0 ? '–' : request.status}
      </span>
      {request.scimType !== null && <span className="text-ink-3"> {request.scimType}</span>}
      {request.status === 0 && <span className="text-ink-3"> no answer</span>}
    </span>
  );
}

/** The number of findings of each severity. */
export function FindingsCell({ counts }: { readonly counts: FindingCounts }) {
  return (
    <span className="flex gap-2 text-sm tabular-nums">
      {(['error', 'warning', 'notice'] as const).map((severity) => {
        const { icon: Icon, tone, word } = SEVERITIES[severity];
        const count = counts[severity];
        if (count === 0) return null;
        return (
          <span key={severity} className={cx('flex items-center gap-0.5', TONE_TEXT[tone])}>
            <Icon
              role="img"
              aria-label={count === 1 ? word : `${word}s`}
              className="size-3.5 shrink-0"
            />
            {count}
          </span>
        );
      })}
    </span>
  );
}
