// Two requests side by side: what was sent, what was answered, what each changed.
import { useQuery } from '@tanstack/react-query';
import { ArrowLeftRight, X } from 'lucide-react';
import { useState } from 'react';
import type { RequestDetails } from '../../../shared/admin/request-log.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatDuration } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { parseJson } from '../../ui/json-text.ts';
import { ScrollArea } from '../../ui/scroll-area.tsx';
import { Section } from '../../ui/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TextDiff } from '../../ui/text-diff.tsx';
import { readableQuery, writeSpan } from './request-words.ts';

interface ComparePaneProps {
  readonly first: number;
  readonly second: number;
  readonly onSwap: () => void;
  readonly onClose: () => void;
}

const FORMS = [
  { value: 'side-by-side', label: 'Side by side' },
  { value: 'unified', label: 'Unified' },
] as const;

export function ComparePane({ first, second, onSwap, onClose }: ComparePaneProps) {
  const [form, setForm] = useState<'side-by-side' | 'unified'>('unified');
  const one = useRequest(first);
  const other = useRequest(second);
  const failed = [one, other].find((query) => query.isError);
  return (
    // Escape closes, as in the details.
    <div
      role="presentation"
      onKeyDown={(event) => event.key === 'Escape' && !event.defaultPrevented && onClose()}
      className="flex min-h-0 flex-1 flex-col"
    >
      <div className="flex h-11 shrink-0 items-center gap-1 border-b border-line pr-2 pl-4">
        <h2 className="min-w-0 flex-1 truncate font-semibold">
          Requests {first} and {second}
        </h2>
        <SegmentedControl
          label="Form of the comparison"
          options={FORMS}
          value={form}
          onChange={setForm}
        />
        <IconButton icon={ArrowLeftRight} label="Swap the two" onPress={onSwap} />
        <IconButton icon={X} label="Close the comparison" onPress={onClose} />
      </div>
      <ScrollArea label="Comparison" className="min-h-0 flex-1 divide-y divide-line">
        {failed?.error !== undefined && failed.error !== null && (
          <ErrorState
            title="The requests could not be read"
            error={failed.error}
            onRetry={() => void failed.refetch()}
          />
        )}
        {one.data !== undefined && other.data !== undefined ? (
          <Comparison one={one.data} other={other.data} form={form} />
        ) : (
          failed === undefined && <Skeleton label="Loading the requests" lines={6} />
        )}
      </ScrollArea>
    </div>
  );
}

function useRequest(id: number) {
  return useQuery({
    queryKey: queryKeys.request(id),
    queryFn: ({ signal }) => callAdmin('getRequest', { params: { id } }, signal),
  });
}

interface ComparisonProps {
  readonly one: RequestDetails;
  readonly other: RequestDetails;
  readonly form: 'side-by-side' | 'unified';
}

const PARTS: readonly {
  readonly title: string;
  readonly write: (request: RequestDetails) => string;
}[] = [
  { title: 'Request line', write: writeTarget },
  { title: 'Request headers', write: (request) => writeHeaders(request.requestHeaders) },
  { title: 'Request body', write: (request) => pretty(request.requestBody.text) },
  { title: 'Response headers', write: (request) => writeHeaders(request.responseHeaders) },
  { title: 'Response body', write: (request) => pretty(request.responseBody.text) },
  { title: 'Effect', write: writeEffects },
];

function Comparison({ one, other, form }: ComparisonProps) {
  return (
    <>
      <Facts one={one} other={other} />
      {PARTS.map(({ title, write }) => (
        <Part
          key={title}
          title={title}
          labels={[`${title} of ${one.id}`, `${title} of ${other.id}`]}
          before={write(one)}
          after={write(other)}
          form={form}
        />
      ))}
    </>
  );
}

function Facts({ one, other }: Pick<ComparisonProps, 'one' | 'other'>) {
  const rows = [
    ['Operation', one.sentence, other.sentence],
    ['Status', String(one.status), String(other.status)],
    ['Duration', formatDuration(one.durationMs), formatDuration(other.durationMs)],
    ['Token', one.tokenName ?? '–', other.tokenName ?? '–'],
  ] as const;
  const [early, late] = one.at < other.at ? [one, other] : [other, one];
  return (
    <Section title="At a glance">
      <table aria-label="At a glance" className="w-full table-fixed text-left">
        <thead>
          <tr className="border-b border-line text-ink-3">
            <th scope="col" className="w-24 py-1 font-medium">
              <span className="sr-only">What</span>
            </th>
            <th scope="col" className="py-1 pr-3 font-medium">
              Request {one.id}
            </th>
            <th scope="col" className="py-1 font-medium">
              Request {other.id}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, left, right]) => (
            <tr key={name} className="border-b border-line/60 align-top">
              <th scope="row" className="py-1 pr-3 font-normal text-ink-3">
                {name}
              </th>
              <td className="py-1 pr-3 wrap-anywhere">{left}</td>
              <td className="py-1 wrap-anywhere">
                {right}
                {left === right && <span className="text-ink-3"> (same)</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="pt-2 text-ink-3">{writeSpan(early.at, late.at)} lie between them.</p>
    </Section>
  );
}

interface PartProps {
  readonly title: string;
  readonly labels: readonly [string, string];
  readonly before: string;
  readonly after: string;
  readonly form: 'side-by-side' | 'unified';
}

function Part({ title, labels, before, after, form }: PartProps) {
  return (
    <Section title={title}>
      {before === after ? (
        <p className="text-ink-3">{before === '' ? 'Both empty' : 'The same'}</p>
      ) : (
        <TextDiff
          labels={labels}
          before={before}
          after={after}
          form={form}
          isJson={/^[[{]/.test(before) || /^[[{]/.test(after)}
        />
      )}
    </Section>
  );
}

function writeTarget({ method, path, query }: RequestDetails): string {
  return `${method} ${path}${query === '' ? '' : `\n${readableQuery(query).replaceAll('&', '\n')}`}`;
}

/** One a line, by name: their order means nothing. */
function writeHeaders(headers: RequestDetails['requestHeaders']): string {
  return headers
    .map(([name, value]) => `${name.toLowerCase()}: ${value}`)
    .sort()
    .join('\n');
}

function pretty(text: string): string {
  const json = parseJson(text);
  return json === undefined ? text : JSON.stringify(json, null, 2);
}

function writeEffects({ effects }: RequestDetails): string {
  return JSON.stringify(
    effects.map(({ action, resourceType, resourceName, changes }) => ({
      action,
      resourceType,
      resourceName,
      changes,
    })),
    null,
    2,
  );
}
