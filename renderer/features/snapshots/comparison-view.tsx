// How two states differ: counts by tenant and type, and behind each of them the resources.
import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import type { Comparison, Snapshot, TenantComparison } from '../../../shared/admin/snapshot.ts';
import { Badge } from '../../ui/badge.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { DifferenceList } from './difference-list.tsx';
import { useComparison } from './use-snapshots.ts';

interface ComparisonViewProps {
  readonly snapshot: Snapshot;
  readonly other: string;
}

export function ComparisonView({ snapshot, other }: ComparisonViewProps) {
  const comparison = useComparison(snapshot.id, other);
  if (comparison.isPending) return <Skeleton label="Comparing" lines={4} />;
  if (comparison.isError) {
    return (
      <ErrorState
        title="The two could not be compared"
        error={comparison.error}
        onRetry={() => void comparison.refetch()}
      />
    );
  }
  const { tenants } = comparison.data;
  const differing = tenants.filter(({ kind, types }) => kind !== 'kept' || types.length > 0);
  return (
    <>
      <Direction comparison={comparison.data} />
      {differing.length === 0 ? (
        <p className="py-2 text-ink-2">No resource differs.</p>
      ) : (
        differing.map((tenant) => (
          <TenantDifferences
            key={tenant.tenant}
            tenant={tenant}
            snapshot={snapshot}
            other={other}
          />
        ))
      )}
    </>
  );
}

function Direction({ comparison }: { readonly comparison: Comparison }) {
  return (
    <p className="flex flex-wrap items-center gap-1.5 text-sm text-ink-3">
      From {comparison.before.name}
      <ArrowRight aria-label="to" className="size-3.5" />
      {comparison.after?.name ?? 'now'}
    </p>
  );
}

interface TenantDifferencesProps extends ComparisonViewProps {
  readonly tenant: TenantComparison;
}

function TenantDifferences({ tenant, snapshot, other }: TenantDifferencesProps) {
  const [open, setOpen] = useState<string | null>(tenant.types.at(-1)?.resourceType ?? null);
  return (
    <section aria-label={`Differences in ${tenant.name}`} className="rounded-lg border border-line">
      <h3 className="flex items-center gap-2 px-3 py-2 font-semibold">
        <span className="min-w-0 truncate">{tenant.name}</span>
        {tenant.kind === 'added' && <Badge tone="good">New tenant</Badge>}
        {tenant.kind === 'removed' && <Badge tone="bad">Tenant gone</Badge>}
      </h3>
      {tenant.types.map((type) => (
        <div key={type.resourceType} className="border-t border-line">
          <button
            type="button"
            aria-expanded={open === type.resourceType}
            onClick={() => setOpen(open === type.resourceType ? null : type.resourceType)}
            className="flex min-h-8 w-full cursor-default items-center gap-3 px-3 text-left -outline-offset-2 hover:bg-surface-2"
          >
            <span className="flex-1 font-medium">{type.resourceType}</span>
            <span className="text-sm text-ink-2 tabular-nums">
              {type.added} added, {type.removed} removed, {type.changed} changed
            </span>
          </button>
          {open === type.resourceType && (
            <DifferenceList
              snapshot={snapshot}
              other={other}
              tenant={tenant.tenant}
              resourceType={type.resourceType}
              // What is not there any more cannot be put into a tenant that is not there.
              canPutBack={other === 'now' && tenant.kind === 'kept'}
            />
          )}
        </div>
      ))}
    </section>
  );
}
