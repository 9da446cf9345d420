// Every version of a resource, newest first: who made it, and what it changed.
import { Link } from '@tanstack/react-router';
import type { ResourceTypeName, Revision, StoredResource } from '../../../shared/admin/resource.ts';
import { Badge } from '../../ui/badge.tsx';
import { ChangeTable } from '../../ui/change-table.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import type { Tone } from '../../ui/tone.ts';
import { Instant } from './instant.tsx';
import { idOf } from './read-resource.ts';
import { useHistory } from './use-resource.ts';

interface HistoryTabProps {
  readonly resourceType: ResourceTypeName;
  readonly stored: StoredResource;
}

const ACTIONS = {
  create: { word: 'Created', tone: 'good' },
  replace: { word: 'Replaced', tone: 'accent' },
  patch: { word: 'Updated', tone: 'accent' },
  delete: { word: 'Deleted', tone: 'bad' },
} as const satisfies Record<Revision['action'], { word: string; tone: Tone }>;

export function HistoryTab({ resourceType, stored }: HistoryTabProps) {
  const history = useHistory(resourceType, idOf(stored.resource));
  if (history.error !== null) {
    return (
      <ErrorState
        title="The history cannot be shown"
        error={history.error}
        onRetry={() => void history.refetch()}
      />
    );
  }
  if (history.data === undefined) return <Skeleton label="Loading the history" lines={6} />;
  return (
    <ol aria-label="Versions, newest first" className="flex flex-col">
      {history.data.revisions.map((revision) => (
        <RevisionItem key={`${revision.version} ${revision.action}`} revision={revision} />
      ))}
    </ol>
  );
}

function RevisionItem({ revision }: { readonly revision: Revision }) {
  const { word, tone } = ACTIONS[revision.action];
  return (
    <li className="border-b border-line px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <h3 className="font-semibold tabular-nums">Version {revision.version}</h3>
        <Badge tone={tone}>{word}</Badge>
        <span className="text-ink-2">
          <Origin requestId={revision.requestId} />
        </span>
        <span className="ml-auto text-sm text-ink-3">
          <Instant at={revision.at} />
        </span>
      </div>
      {revision.changes.length > 0 && (
        <div className="pt-2">
          <ChangeTable
            label={`Changes of version ${revision.version}`}
            changes={revision.changes}
          />
        </div>
      )}
    </li>
  );
}

function Origin({ requestId }: { readonly requestId: number | null }) {
  if (requestId === null) return <>in the app</>;
  return (
    <>
      by{' '}
      <Link
        to="/requests"
        search={{ id: requestId }}
        className="rounded-sm text-accent underline-offset-2 hover:underline"
      >
        request #{requestId}
      </Link>
    </>
  );
}
