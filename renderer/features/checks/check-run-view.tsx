// One run: how far it is, what it came to, and its checks in their sections.
import { getRouteApi, Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { useState } from 'react';
import type { CheckRunDetails } from '../../../shared/admin/check-run.ts';
import { isApiError } from '../../api/api-error.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { listSections, SHOW_CHOICES, type Show } from './check-model.ts';
import { CheckSectionList } from './check-section-list.tsx';
import { RunSummary } from './run-summary.tsx';
import { useCheckCatalogue, useCheckRun } from './use-check-runs.ts';

const route = getRouteApi('/checks');

const SHOW_NAMES: Readonly<Record<Show, string>> = {
  all: 'All',
  failed: 'Failed',
  passed: 'Passed',
  skipped: 'Skipped',
};
const SHOW_OPTIONS = SHOW_CHOICES.map((value) => ({ value, label: SHOW_NAMES[value] }));

export function CheckRunView({ id }: { readonly id: string }) {
  const run = useCheckRun(id);
  if (run.isPending) return <Skeleton label="Loading the run" lines={8} />;
  if (isApiError(run.error) && run.error.code === 'not-found') return <NoRun />;
  if (run.isError) {
    return (
      <ErrorState
        title="The run could not be read"
        error={run.error}
        onRetry={() => void run.refetch()}
      />
    );
  }
  return (
    <div className="flex flex-col gap-4 p-4">
      <RunSummary run={run.data} />
      <RunChecks run={run.data} />
    </div>
  );
}

function NoRun() {
  return (
    <EmptyState
      icon={ListChecks}
      title="This run is no longer there"
      actions={
        <Link to="/checks" search={{ run: 'new' }} className="text-accent underline">
          New run
        </Link>
      }
    >
      Runs are kept until the server stops, and the newest ones only.
    </EmptyState>
  );
}

function RunChecks({ run }: { readonly run: CheckRunDetails }) {
  const { check, show = 'all' } = route.useSearch();
  const navigate = route.useNavigate();
  const [text, setText] = useState('');
  const catalogue = useCheckCatalogue();
  if (catalogue.data === undefined) return <Skeleton label="Loading the checks" lines={8} />;
  const sections = listSections(catalogue.data, run, { show, text });
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <SegmentedControl
          label="Checks on show"
          options={SHOW_OPTIONS}
          value={show}
          onChange={(next) =>
            void navigate({ search: (search) => ({ ...search, show: next }), replace: true })
          }
        />
        <div className="w-64 max-w-full">
          <SearchField
            label="Search the checks"
            placeholder="Search the checks"
            value={text}
            onChange={setText}
          />
        </div>
      </div>
      {sections.length === 0 ? (
        <p className="py-6 text-center text-ink-2">{nothingToShow(show, text)}</p>
      ) : (
        <CheckSectionList
          sections={sections}
          isNarrowed={show !== 'all' || text.trim() !== ''}
          openCheck={check}
          onOpen={(next) => void navigate({ search: (search) => ({ ...search, check: next }) })}
        />
      )}
    </>
  );
}

function nothingToShow(show: Show, text: string): string {
  if (text.trim() !== '') return `No check matches "${text.trim()}". Clear the search to see all.`;
  return `No check of this run has ${show === 'all' ? 'been chosen' : show} so far.`;
}
