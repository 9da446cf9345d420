// What is off most often in the newest requests, each with the requests that have it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleAlert, CircleCheck, Info, TriangleAlert, type LucideIcon } from 'lucide-react';
import type { FindingRule, FindingSeverity, TopFinding } from '../../../shared/admin/finding.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { useTenantSlug } from '../../api/use-status.ts';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { TONE_TEXT, type Tone } from '../../ui/tone.ts';
import { Card } from './card.tsx';

const SHOWN = 5;
/** Few enough to be read again with every request. */
const NEWEST = 2000;

export function TopFindingsCard() {
  const tenant = useTenantSlug();
  const found = useQuery({
    queryKey: queryKeys.topFindings(tenant),
    queryFn: ({ signal }) =>
      callAdmin(
        'topFindings',
        { params: { tenant }, query: { limit: SHOWN, newest: NEWEST } },
        signal,
      ),
  });
  const rules = useQuery({
    queryKey: queryKeys.findingRules,
    queryFn: ({ signal }) => callAdmin('listFindingRules', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <Card
      title="Top findings"
      aside={<span className="text-sm text-ink-3">Newest {formatCount(NEWEST, 'request')}</span>}
    >
      {found.isPending && <Skeleton label="Loading the findings" lines={3} />}
      {found.isError && (
        <ErrorState
          title="The findings could not be read"
          error={found.error}
          onRetry={() => void found.refetch()}
        />
      )}
      {found.data !== undefined && (
        <Findings findings={found.data.findings} rules={rules.data?.rules ?? []} />
      )}
    </Card>
  );
}

interface FindingsProps {
  readonly findings: readonly TopFinding[];
  readonly rules: readonly FindingRule[];
}

function Findings({ findings, rules }: FindingsProps) {
  if (findings.length === 0) {
    return (
      <p className="flex gap-2 text-ink-2">
        <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-good" />
        Nothing to remark. What departs from the RFCs or from Entra&apos;s documentation is told
        here.
      </p>
    );
  }
  return (
    <ul className="-mx-2 flex flex-col">
      {findings.map((finding) => (
        <li key={finding.ruleId}>
          <FindingLink
            finding={finding}
            title={rules.find(({ id }) => id === finding.ruleId)?.title ?? finding.ruleId}
          />
        </li>
      ))}
    </ul>
  );
}

interface FindingLinkProps {
  readonly finding: TopFinding;
  readonly title: string;
}

const LOOKS: Readonly<Record<FindingSeverity, { icon: LucideIcon; word: string; tone: Tone }>> = {
  error: { icon: CircleAlert, word: 'Error', tone: 'bad' },
  warning: { icon: TriangleAlert, word: 'Warning', tone: 'warn' },
  notice: { icon: Info, word: 'Notice', tone: 'accent' },
};

function FindingLink({ finding, title }: FindingLinkProps) {
  const { icon: Icon, word, tone } = LOOKS[finding.severity];
  return (
    <Link
      to="/requests"
      search={{ filter: `rule:${finding.ruleId}` }}
      className="flex items-start gap-2 rounded-md px-2 py-1 hover:bg-surface-2"
    >
      <Icon
        role="img"
        aria-label={word}
        className={cx('mt-0.5 size-4 shrink-0', TONE_TEXT[tone])}
      />
      <span className="min-w-0 flex-1">{title}</span>
      <span className="shrink-0 text-sm text-ink-3 tabular-nums">
        {formatCount(finding.requests, 'request')}
      </span>
    </Link>
  );
}
