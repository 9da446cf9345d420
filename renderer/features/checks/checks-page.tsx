// Checks: the conformance checker against a tenant of this workspace or any SCIM URL, one run at a time.
import { getRouteApi } from '@tanstack/react-router';
import { useRef } from 'react';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { CheckDetails } from './check-details.tsx';
import { CheckRunView } from './check-run-view.tsx';
import { NewRun } from './new-run.tsx';
import { RunPicker } from './run-picker.tsx';
import { useCheckRuns } from './use-check-runs.ts';

const route = getRouteApi('/checks');

export function ChecksPage() {
  const { run: asked, check } = route.useSearch();
  const navigate = route.useNavigate();
  const runs = useCheckRuns();
  const list = useRef<HTMLDivElement>(null);
  const newest = runs.data?.runs[0]?.id;
  const shown = asked === 'new' ? undefined : (asked ?? newest);

  function close(): void {
    void navigate({ search: (search) => ({ ...search, check: undefined }) });
    list.current?.querySelector<HTMLElement>('[aria-current=true]')?.focus();
  }

  return (
    <SplitPane
      storageName="checks"
      sideLabel="Details of the check"
      side={
        shown === undefined || check === undefined ? null : (
          <CheckDetails key={`${shown} ${check}`} runId={shown} checkId={check} onClose={close} />
        )
      }
    >
      <PageHeader title="Checks" help="checks">
        {runs.data !== undefined && runs.data.runs.length > 0 && (
          <RunPicker
            runs={runs.data.runs}
            shown={shown}
            onPick={(run) => void navigate({ search: { run } })}
          />
        )}
      </PageHeader>
      <div
        ref={list}
        role="presentation"
        onKeyDown={(event) => event.key === 'Escape' && check !== undefined && close()}
        className="flex min-h-0 flex-1 flex-col overflow-y-auto"
      >
        <Content
          runs={runs}
          shown={shown}
          onStarted={(run) => void navigate({ search: { run } })}
        />
      </div>
    </SplitPane>
  );
}

interface ContentProps {
  readonly runs: ReturnType<typeof useCheckRuns>;
  readonly shown: string | undefined;
  readonly onStarted: (id: string) => void;
}

function Content({ runs, shown, onStarted }: ContentProps) {
  if (runs.isPending) return <Skeleton label="Loading the runs" lines={6} />;
  if (runs.isError) {
    return (
      <ErrorState
        title="The runs could not be read"
        error={runs.error}
        onRetry={() => void runs.refetch()}
      />
    );
  }
  if (shown === undefined) return <NewRun last={runs.data.runs[0]} onStarted={onStarted} />;
  return <CheckRunView key={shown} id={shown} />;
}
