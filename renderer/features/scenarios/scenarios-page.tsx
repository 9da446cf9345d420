// Scenarios: the library, and the story that is being told. One is played at a time, on this very server.
import { getRouteApi } from '@tanstack/react-router';
import { ArrowLeft, CircleDot, PlayCircle, Square } from 'lucide-react';
import { useEffect } from 'react';
import type { ScenarioRun } from '../../../shared/scenario/scenario-run.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { OpenFileButton } from './open-file-button.tsx';
import { useOpenedFile } from './opened-file.ts';
import { ScenarioLibrary } from './scenario-library.tsx';
import { ScenarioStage } from './scenario-stage.tsx';
import { useRunAll } from './use-run-all.ts';
import { useRecorderActions, useScenarioRecorder } from './use-scenario-recorder.ts';
import {
  useRunUnderWay,
  useScenarioDetails,
  useScenarioLibrary,
  useScenarioRun,
} from './use-scenarios.ts';

const route = getRouteApi('/scenarios');

/** What the address says for the file that was opened. */
const OPENED = 'file';

export function ScenariosPage() {
  const { scenario } = route.useSearch();
  return scenario === undefined ? <LibraryView /> : <StageView key={scenario} name={scenario} />;
}

function LibraryView() {
  const library = useScenarioLibrary();
  const navigate = route.useNavigate();
  const underWay = useRunUnderWay();
  const all = useRunAll(library.data?.scenarios ?? []);
  const show = (scenario: string) => void navigate({ search: { scenario } });
  return (
    <>
      <PageHeader title="Scenarios" help="scenarios">
        {underWay !== undefined && !all.isOn && (
          <Button onPress={() => show(underWay.scenario)}>Go on with {underWay.title}</Button>
        )}
        <RecordButton isBusy={underWay !== undefined || all.isOn} />
        <OpenFileButton onOpened={() => show(OPENED)} />
        {all.isOn ? (
          <Button onPress={all.stop}>
            <Square aria-hidden className="size-3.5" />
            Stop ({all.done} of {all.total})
          </Button>
        ) : (
          <Button
            isDisabled={underWay !== undefined || library.data === undefined}
            onPress={all.start}
          >
            <PlayCircle aria-hidden className="size-3.5" />
            Run all
          </Button>
        )}
      </PageHeader>
      <div className="min-h-0 flex-1 overflow-y-auto">
        {library.isPending && <Skeleton label="Loading the library" lines={8} />}
        {library.isError && (
          <ErrorState
            title="The library could not be read"
            error={library.error}
            onRetry={() => void library.refetch()}
          />
        )}
        {library.data !== undefined && (
          <>
            <p className="px-4 pt-4 text-ink-2">
              Stories of provisioning, played on this server with a tenant, an application and
              people of their own. What a story makes is removed when it ends.
            </p>
            <ScenarioLibrary scenarios={library.data.scenarios} />
          </>
        )}
      </div>
    </>
  );
}

/** The bar that goes with a recording has its end. */
function RecordButton({ isBusy }: { readonly isBusy: boolean }) {
  const recorder = useScenarioRecorder();
  const { start } = useRecorderActions();
  return (
    <Button
      isDisabled={isBusy || recorder?.phase !== 'idle'}
      isPending={start.isPending}
      onPress={() => start.mutate()}
    >
      <CircleDot aria-hidden className="size-3.5" />
      Record
    </Button>
  );
}

function StageView({ name }: { readonly name: string }) {
  const navigate = route.useNavigate();
  const { run: asked } = route.useSearch();
  const opened = useOpenedFile();
  const isOpened = name === OPENED;
  const underWay = useRunUnderWay();
  const runId = asked ?? (isSame(underWay, name) ? underWay?.id : undefined);
  const run = useScenarioRun(runId);
  const details = useScenarioDetails(name, !isOpened);
  const shown = isOpened ? opened?.details : details.data;

  function setRun(id: string | undefined): void {
    void navigate({ search: (search) => ({ ...search, run: id }), replace: true });
  }

  // A run that the server no longer knows: it was restarted since.
  const isGone = run.isError;
  useEffect(() => {
    if (isGone) setRun(undefined);
  });

  return (
    <>
      <PageHeader title="Scenarios" help="scenarios">
        <Button onPress={() => void navigate({ search: {} })}>
          <ArrowLeft aria-hidden className="size-3.5" />
          Library
        </Button>
      </PageHeader>
      {shown !== undefined ? (
        <ScenarioStage
          details={shown}
          source={isOpened && opened !== undefined ? { file: opened.file } : { id: name }}
          run={run.data}
          onRun={setRun}
        />
      ) : (
        <NotThere isOpened={isOpened} details={details} />
      )}
    </>
  );
}

function isSame(run: ScenarioRun | undefined, name: string): boolean {
  return run?.scenario === name;
}

interface NotThereProps {
  readonly isOpened: boolean;
  readonly details: ReturnType<typeof useScenarioDetails>;
}

function NotThere({ isOpened, details }: NotThereProps) {
  if (isOpened) {
    return (
      <p className="p-6 text-ink-2">
        The file is no longer open: a page that is loaded again forgets it. Open it once more from
        the library.
      </p>
    );
  }
  if (details.isPending) return <Skeleton label="Loading the story" lines={8} />;
  return (
    <ErrorState
      title="The story could not be read"
      error={details.error}
      onRetry={() => void details.refetch()}
    />
  );
}
