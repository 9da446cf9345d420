// Saved requests and those that were sent, to open again.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Clock, Folder, Trash2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { ComposedRequest, ComposeHistoryEntry } from '../../../shared/admin/compose.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatDateTime, formatDuration } from '../../ui/format.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { openDrafts } from './drafts.ts';

export function LibraryDialog({ onClose }: { readonly onClose: () => void }) {
  const [tab, setTab] = useState('saved');
  return (
    <Dialog
      title="Open a request"
      size="medium"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>Close</Button>}
    >
      <div className="flex h-80 flex-col">
        <Tabs
          label="Requests to open"
          selected={tab}
          onSelect={setTab}
          items={[
            { id: 'saved', label: 'Saved', content: <SavedList onOpened={onClose} /> },
            { id: 'history', label: 'History', content: <HistoryList onOpened={onClose} /> },
          ]}
        />
      </div>
    </Dialog>
  );
}

interface ListProps {
  readonly onOpened: () => void;
}

function SavedList({ onOpened }: ListProps) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: ['saved-requests'],
    queryFn: ({ signal }) => callAdmin('listSavedRequests', {}, signal),
  });
  const remove = useMutation({
    mutationFn: (id: number) => callAdmin('deleteSavedRequest', { params: { id } }),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['saved-requests'] }),
  });
  if (query.isError) return <Unread error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton label="Loading the saved requests" lines={4} />;
  if (query.data.requests.length === 0) {
    return (
      <EmptyState icon={Folder} title="Nothing saved yet">
        <p>Save a request to find it here again, also after a restart.</p>
      </EmptyState>
    );
  }
  return (
    <ul>
      {query.data.requests.map(({ id, name, request }) => (
        <Entry
          key={id}
          title={name}
          request={request}
          note={describeTarget(request)}
          onOpen={() => {
            openDrafts([{ name, request, savedId: id }]);
            onOpened();
          }}
        >
          <IconButton icon={Trash2} label={`Delete ${name}`} onPress={() => remove.mutate(id)} />
        </Entry>
      ))}
    </ul>
  );
}

function HistoryList({ onOpened }: ListProps) {
  const queryClient = useQueryClient();
  const query = useQuery({
    queryKey: ['compose-history'],
    queryFn: ({ signal }) => callAdmin('listComposeHistory', {}, signal),
  });
  const clear = useMutation({
    mutationFn: () => callAdmin('clearComposeHistory', {}),
    onSettled: () => queryClient.invalidateQueries({ queryKey: ['compose-history'] }),
  });
  if (query.isError) return <Unread error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton label="Loading the history" lines={4} />;
  if (query.data.entries.length === 0) {
    return (
      <EmptyState icon={Clock} title="Nothing sent yet">
        <p>Each request that you send from Compose is kept here, without its secrets.</p>
      </EmptyState>
    );
  }
  return (
    <>
      <div className="flex justify-end py-1">
        <Button variant="ghost" onPress={() => clear.mutate()}>
          Clear the history
        </Button>
      </div>
      <ul>
        {query.data.entries.map((entry) => (
          <Entry
            key={entry.id}
            title={`${entry.request.method} ${entry.request.path}`}
            request={entry.request}
            note={describeSent(entry)}
            onOpen={() => {
              openDrafts([{ name: entry.request.path, request: entry.request }]);
              onOpened();
            }}
          />
        ))}
      </ul>
    </>
  );
}

interface EntryProps {
  readonly title: string;
  readonly note: string;
  readonly request: ComposedRequest;
  readonly onOpen: () => void;
  readonly children?: ReactNode;
}

function Entry({ title, note, request, onOpen, children }: EntryProps) {
  return (
    <li className="flex items-center gap-2 border-b border-line/60 py-1.5">
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-ink-1">{title}</p>
        <p className="truncate text-sm text-ink-3">
          <span className="font-mono">{request.method}</span> {note}
        </p>
      </div>
      <Button aria-label={`Open ${title}`} onPress={onOpen}>
        Open
      </Button>
      {children}
    </li>
  );
}

function Unread({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }) {
  return <ErrorState title="The requests could not be read" error={error} onRetry={onRetry} />;
}

function describeTarget({ target, path }: ComposedRequest): string {
  return target.kind === 'tenant' ? `${path} of tenant ${target.tenant}` : target.baseUrl + path;
}

function describeSent({ at, status, durationMs, request }: ComposeHistoryEntry): string {
  const outcome = status === null ? 'no answer' : `${status} in ${formatDuration(durationMs)}`;
  const where = request.target.kind === 'url' ? `, ${request.target.baseUrl}` : '';
  return `${outcome}, ${formatDateTime(at)}${where}`;
}
