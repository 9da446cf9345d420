// Every version of a resource, newest first: who made it, what it changed, what the resource was then, and the way back.
import { History } from 'lucide-react';
import type { Revision, StoredResource } from '../../../shared/admin/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { ChangeTable } from '../../ui/change-table.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Tone } from '../../ui/tone.ts';
import { ChangeLink } from './change-link.tsx';
import { Instant } from './instant.tsx';
import { idOf } from './read-resource.ts';
import { RevisionDocumentView } from './revision-document-view.tsx';
import { useHistory } from './use-resource.ts';
import { useResourceSearch } from './use-resource-search.ts';
import { useRestore } from './use-restore.ts';

interface HistoryTabProps {
  readonly resourceType: string;
  readonly stored: StoredResource;
}

export function HistoryTab({ resourceType, stored }: HistoryTabProps) {
  return (
    <RevisionList
      resourceType={resourceType}
      id={idOf(stored.resource)}
      currentVersion={stored.lastChange?.version}
    />
  );
}

const ACTIONS = {
  create: { word: 'Created', tone: 'good' },
  replace: { word: 'Replaced', tone: 'accent' },
  patch: { word: 'Updated', tone: 'accent' },
  delete: { word: 'Deleted', tone: 'bad' },
} as const satisfies Record<Revision['action'], { word: string; tone: Tone }>;

interface RevisionListProps {
  readonly resourceType: string;
  readonly id: string;
  /** undefined of a resource that is deleted. */
  readonly currentVersion: number | undefined;
}

export function RevisionList({ resourceType, id, currentVersion }: RevisionListProps) {
  const history = useHistory(resourceType, id);
  if (history.error !== null) {
    if (currentVersion === undefined) return null; // an id that never was
    return (
      <ErrorState
        title="The history cannot be shown"
        error={history.error}
        onRetry={() => void history.refetch()}
      />
    );
  }
  if (history.data === undefined) return <Skeleton label="Loading the history" lines={6} />;
  if (history.data.revisions.length === 0) {
    return (
      <p className="px-4 py-6 text-center text-ink-2">
        Nothing is known of its past: it came with an import of a whole tenant, or as a copy. The
        next change begins its history.
      </p>
    );
  }
  return (
    <ol aria-label="Versions, newest first" className="flex flex-col">
      {history.data.revisions.map((revision) => (
        <RevisionItem
          key={`${revision.version} ${revision.action}`}
          resourceType={resourceType}
          id={id}
          revision={revision}
          isCurrent={revision.version === currentVersion}
        />
      ))}
    </ol>
  );
}

interface RevisionItemProps extends Omit<RevisionListProps, 'currentVersion'> {
  readonly revision: Revision;
  readonly isCurrent: boolean;
}

function RevisionItem({ resourceType, id, revision, isCurrent }: RevisionItemProps) {
  const { word, tone } = ACTIONS[revision.action];
  const { version } = revision;
  const address = useResourceSearch();
  const restore = useRestore(resourceType);
  const isShown = address.version === version;
  const isDeletion = revision.action === 'delete';
  return (
    <li className="border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold tabular-nums">Version {version}</h3>
        <Badge tone={tone}>{word}</Badge>
        {isCurrent && <Badge>Now</Badge>}
        <Origin revision={revision} />
        <span className="ml-auto text-sm text-ink-3">
          <Instant at={revision.at} />
        </span>
      </div>
      {revision.changes.length > 0 && (
        <div className="pt-2">
          <ChangeTable label={`Changes of version ${version}`} changes={revision.changes} />
        </div>
      )}
      {!isDeletion && (
        <div className="flex flex-wrap gap-2 pt-2">
          <Button
            aria-expanded={isShown}
            onPress={() => address.rewrite({ version: isShown ? undefined : version })}
          >
            {isShown ? 'Hide the document' : 'Show the document'}
          </Button>
          {!isCurrent && (
            <Button isPending={restore.isPending} onPress={() => restore.mutate({ id, version })}>
              <History aria-hidden className="size-3.5" />
              Restore version {version}
            </Button>
          )}
        </div>
      )}
      {isShown && !isDeletion && (
        <RevisionDocumentView resourceType={resourceType} id={id} version={version} />
      )}
    </li>
  );
}

function Origin({ revision }: { readonly revision: Revision }) {
  return (
    <span className="text-ink-2">
      {revision.requestId === null ? 'in the app' : <ChangeLink origin={revision} />}
    </span>
  );
}
