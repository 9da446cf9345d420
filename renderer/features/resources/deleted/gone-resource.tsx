// The details of what is not stored: a deleted resource with its history and the two ways out, or nothing at all.
import { RotateCcw, SearchX, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { Revision } from '../../../../shared/admin/resource.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { ChangeLink } from '../change-link.tsx';
import { RevisionList } from '../history-tab.tsx';
import { Instant } from '../instant.tsx';
import type { ScreenParts } from '../screen-parts.ts';
import { useHistory } from '../use-resource.ts';
import { useResourceSearch } from '../use-resource-search.ts';
import { useRestore } from '../use-restore.ts';
import { DeletedState } from './deleted-state.tsx';
import { PurgeDialog } from './purge-dialog.tsx';

interface GoneResourceProps {
  readonly parts: ScreenParts;
  readonly id: string;
  readonly onClose: () => void;
}

export function GoneResource({ parts, id, onClose }: GoneResourceProps) {
  const history = useHistory(parts.resourceType, id);
  const revisions = history.data?.revisions ?? [];
  const [last] = revisions;
  if (history.isPending) return <Skeleton label="Reading the history" lines={6} />;
  if (last?.action !== 'delete') return <NoResource parts={parts} id={id} onClose={onClose} />;
  const version = revisions.find(({ action }) => action !== 'delete')?.version;
  return (
    <>
      <header className="shrink-0 border-b border-line px-4 pt-3 pb-2">
        <div className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <h2 className="truncate text-lg font-semibold">{nameBefore(last) ?? id}</h2>
            <p className="flex flex-wrap items-center gap-x-2 text-sm text-ink-2">
              <DeletedState />
              <Instant at={last.at} />
              <ChangeLink origin={last} />
            </p>
          </div>
          <IconButton icon={X} label="Close details" onPress={onClose} />
        </div>
        <Actions parts={parts} id={id} version={version} name={nameBefore(last) ?? id} />
      </header>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <RevisionList resourceType={parts.resourceType} id={id} currentVersion={undefined} />
      </div>
    </>
  );
}

interface ActionsProps extends Omit<GoneResourceProps, 'onClose'> {
  readonly name: string;
  /** The last one before the deletion; undefined where nothing is known of it. */
  readonly version: number | undefined;
}

function Actions({ parts, id, name, version }: ActionsProps) {
  const address = useResourceSearch();
  const [isAsking, setIsAsking] = useState(false);
  const restore = useRestore(parts.resourceType);
  /** Stored again, it is at home in the other list. */
  const show = () => void address.go({ id, state: undefined, filter: undefined });
  return (
    <div className="flex flex-wrap items-center gap-2 pt-2">
      {version === undefined ? (
        <span className="text-ink-3">Its past is not known: it cannot be restored.</span>
      ) : (
        <Button
          isPending={restore.isPending}
          onPress={() => restore.mutate({ id, version }, { onSuccess: show })}
        >
          <RotateCcw aria-hidden className="size-3.5" />
          Restore
        </Button>
      )}
      <Button onPress={() => setIsAsking(true)}>
        <Trash2 aria-hidden className="size-3.5" />
        Purge…
      </Button>
      {isAsking && (
        <PurgeDialog
          parts={parts}
          selection={{ kind: 'ids', ids: [id] }}
          count={1}
          name={name}
          onStarted={() => void address.go({ id: undefined, tab: undefined, version: undefined })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </div>
  );
}

function NoResource({ parts, id, onClose }: GoneResourceProps) {
  return (
    <>
      <header className="flex shrink-0 items-center gap-2 border-b border-line px-4 py-2">
        <p className="min-w-0 flex-1 truncate text-ink-2">
          {parts.noun} <code className="font-mono text-sm">{id}</code>
        </p>
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </header>
      <EmptyState icon={SearchX} title={`This ${parts.noun} does not exist`}>
        It was never stored in this tenant, or was purged after its deletion.
      </EmptyState>
    </>
  );
}

/** What it was called when it was deleted. */
function nameBefore({ changes }: Revision): string | undefined {
  const valueOf = (wanted: string) => changes.find(({ path }) => path === wanted)?.before;
  const name = valueOf('displayName') ?? valueOf('userName');
  return typeof name === 'string' ? name : undefined;
}
