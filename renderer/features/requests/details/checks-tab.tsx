// The findings of a request: what is off, why it matters, who says so, and how Microsoft Entra behaves around it.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ShieldCheck } from 'lucide-react';
import type { Finding, FindingRule } from '../../../../shared/admin/finding.ts';
import type { RequestDetails } from '../../../../shared/admin/request-log.ts';
import { callAdmin } from '../../../api/client.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Fact } from '../../../ui/fact.tsx';
import { SeverityMark } from './severity-mark.tsx';

export function ChecksTab({ request }: { readonly request: RequestDetails }) {
  const rules = useQuery({
    queryKey: ['finding-rules'],
    queryFn: ({ signal }) => callAdmin('listFindingRules', {}, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const { findingList } = request;
  if (findingList.length === 0) {
    return (
      <EmptyState icon={ShieldCheck} title="Nothing is off">
        <p>Request and answer are as the RFC and the client’s own documents say.</p>
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Findings" className="divide-y divide-line">
      {groupByRule(findingList).map(([ruleId, findings]) => (
        <RuleItem
          key={ruleId}
          findings={findings}
          rule={rules.data?.rules.find(({ id }) => id === ruleId)}
        />
      ))}
    </ul>
  );
}

function groupByRule(findings: readonly Finding[]): readonly (readonly [string, Finding[]])[] {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    groups.set(finding.ruleId, [...(groups.get(finding.ruleId) ?? []), finding]);
  }
  return [...groups];
}

interface RuleItemProps {
  /** What one rule has found, at least one. */
  readonly findings: readonly Finding[];
  /** Undefined while the rules are read, and for a rule of a later version. */
  readonly rule: FindingRule | undefined;
}

function RuleItem({ findings, rule }: RuleItemProps) {
  const [first] = findings;
  if (first === undefined) return null;
  return (
    <li className="px-4 py-3">
      <div className="flex items-start gap-2">
        <SeverityMark severity={first.severity} />
        <p className="min-w-0 flex-1 font-medium wrap-anywhere">{rule?.title ?? first.message}</p>
      </div>
      <dl className="mt-2 grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-3 gap-y-1">
        <Fact term="Found">
          <ul>
            {findings.map((finding, index) => (
              <li key={index} className="text-ink-1">
                {finding.message}{' '}
                <span className="text-ink-3">
                  in the {finding.where}
                  {finding.path !== undefined && ', '}
                </span>
                {finding.path !== undefined && (
                  <code className="font-mono text-sm">{finding.path}</code>
                )}
              </li>
            ))}
          </ul>
        </Fact>
        {rule !== undefined && (
          <>
            <Fact term="Why">{rule.why}</Fact>
            {rule.entra !== null && <Fact term="Entra">{rule.entra}</Fact>}
            <Fact term="Source">{rule.source}</Fact>
          </>
        )}
        <Fact term="Rule">
          <code className="font-mono text-sm">{first.ruleId}</code>
        </Fact>
      </dl>
      <Link
        from="/requests"
        to="/requests"
        search={(search) => ({ ...search, filter: `rule:${first.ruleId}` })}
        className="mt-2 inline-block font-medium text-accent underline underline-offset-2"
      >
        Show all with this finding
      </Link>
    </li>
  );
}
