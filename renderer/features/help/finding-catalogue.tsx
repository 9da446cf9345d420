// Every rule of the findings, as the server has them.
import { useQuery } from '@tanstack/react-query';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { FindingRule, FindingSeverity } from '../../../shared/admin/finding.ts';
import { callAdmin } from '../../api/client.ts';
import { queryKeys } from '../../api/query-keys.ts';
import { Badge } from '../../ui/badge.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { SearchField } from '../../ui/search-field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';

const LOOKS = {
  error: { icon: CircleAlert, tone: 'bad', word: 'Error' },
  warning: { icon: TriangleAlert, tone: 'warn', word: 'Warning' },
  notice: { icon: Info, tone: 'accent', word: 'Notice' },
} as const satisfies Record<FindingSeverity, object>;

export function FindingCatalogue() {
  const [text, setText] = useState('');
  const rules = useQuery({
    queryKey: queryKeys.findingRules,
    queryFn: ({ signal }) => callAdmin('listFindingRules', {}, signal),
  });
  if (rules.isError) {
    return (
      <ErrorState
        title="The findings could not be read"
        error={rules.error}
        onRetry={() => void rules.refetch()}
      />
    );
  }
  if (rules.data === undefined) return <Skeleton label="Loading the findings" lines={6} />;
  const words = text.toLowerCase().split(/\s+/);
  const shown = rules.data.rules.filter((rule) => {
    const all = Object.values(rule).join(' ').toLowerCase();
    return words.every((word) => all.includes(word));
  });
  return (
    <>
      <div className="mb-3 flex items-center gap-3">
        <div className="flex w-72">
          <SearchField
            label="Find a rule"
            placeholder="Find a rule"
            value={text}
            onChange={setText}
          />
        </div>
        <p role="status" className="text-ink-3">
          {formatCount(shown.length, 'rule')}
        </p>
      </div>
      <ul className="rounded-lg border border-line">
        {shown.map((rule) => (
          <Rule key={rule.id} rule={rule} />
        ))}
      </ul>
    </>
  );
}

function Rule({ rule }: { readonly rule: FindingRule }) {
  const { icon: Icon, tone, word } = LOOKS[rule.severity];
  return (
    <li className="border-b border-line/60 px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={tone}>
          <Icon aria-hidden className="size-3.5" />
          {word}
        </Badge>
        <span className="font-medium text-ink-1">{rule.title}</span>
        <span className="text-sm text-ink-3">in the {rule.where}</span>
      </div>
      <p className="mt-1">{rule.why}</p>
      {rule.entra !== null && (
        <p className="mt-1">
          <strong className="font-semibold">Entra:</strong> {rule.entra}
        </p>
      )}
      <p className="mt-1 text-sm text-ink-3">
        {rule.source} · <code className="font-mono">{rule.id}</code>
      </p>
    </li>
  );
}
