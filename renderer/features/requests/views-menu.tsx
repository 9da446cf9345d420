// Saved views: a filter with its order, columns and groups under a name. One of them may be what the screen begins with.
import { useQuery } from '@tanstack/react-query';
import {
  Bookmark,
  BookmarkCheck,
  BookmarkPlus,
  Pencil,
  RefreshCw,
  Star,
  Trash2,
} from 'lucide-react';
import { useState } from 'react';
import type { RequestView, RequestViewSetting } from '../../../shared/admin/request-log-changes.ts';
import { callAdmin } from '../../api/client.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { describeError } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { PopoverButton } from '../../ui/popover-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { useWorkspace } from '../../api/use-status.ts';
import { setDefaultView, useDefaultView } from './default-view.ts';

type Setting = Omit<RequestViewSetting, 'name'>;

interface ViewsMenuProps {
  /** The list as it is now. */
  readonly current: Setting;
  readonly onShow: (view: RequestView) => void;
}

export function ViewsMenu({ current, onShow }: ViewsMenuProps) {
  const query = useViews();
  const views = query.data?.views ?? [];
  const [naming, setNaming] = useState<RequestView | 'new' | null>(null);
  const shown = views.find((view) => isSame(view, current));
  return (
    <>
      <PopoverButton
        label="Saved views"
        icon={shown === undefined ? Bookmark : BookmarkCheck}
        isPressed={shown !== undefined}
      >
        {(close) => (
          <div className="w-80">
            <ViewList
              views={views}
              current={current}
              onShow={(view) => {
                onShow(view);
                close();
              }}
              onRename={(view) => {
                close();
                setNaming(view);
              }}
            />
            <div className="mt-1 border-t border-line pt-1">
              <Button
                variant="ghost"
                onPress={() => {
                  close();
                  setNaming('new');
                }}
              >
                <BookmarkPlus aria-hidden className="size-4" />
                Save this view…
              </Button>
            </div>
          </div>
        )}
      </PopoverButton>
      {naming !== null && (
        <NameDialog
          view={naming === 'new' ? undefined : naming}
          current={current}
          onClose={() => setNaming(null)}
        />
      )}
    </>
  );
}

interface ViewListProps {
  readonly views: readonly RequestView[];
  readonly current: Setting;
  readonly onShow: (view: RequestView) => void;
  readonly onRename: (view: RequestView) => void;
}

function ViewList({ views, current, onShow, onRename }: ViewListProps) {
  if (views.length === 0) {
    return (
      <p className="px-2 py-2 text-ink-3">
        No view is saved yet. Set filter, order, groups and columns, then save them here.
      </p>
    );
  }
  return (
    <ul aria-label="Saved views">
      {views.map((view) => (
        <ViewItem
          key={view.id}
          view={view}
          current={current}
          onShow={() => onShow(view)}
          onRename={() => onRename(view)}
        />
      ))}
    </ul>
  );
}

interface ViewItemProps {
  readonly view: RequestView;
  readonly current: Setting;
  readonly onShow: () => void;
  readonly onRename: () => void;
}

function ViewItem({ view, current, onShow, onRename }: ViewItemProps) {
  const workspace = useWorkspace();
  const isDefault = useDefaultView(workspace) === view.id;
  const setFirst = (first: number | null) =>
    workspace !== undefined && setDefaultView(workspace, first);
  const { id, name } = view;
  return (
    <li className="flex items-center rounded-md hover:bg-surface-2">
      <button
        type="button"
        onClick={onShow}
        className="min-h-7 min-w-0 flex-1 truncate rounded-md px-2 text-left -outline-offset-2"
      >
        {name}
      </button>
      <IconButton
        icon={Star}
        label={isDefault ? `${name} is shown first` : `Show ${name} first`}
        isPressed={isDefault}
        isDisabled={workspace === undefined}
        onPress={() => setFirst(isDefault ? null : id)}
      />
      <IconButton
        icon={RefreshCw}
        label={`Update ${name} to what is shown`}
        isDisabled={isSame(view, current)}
        onPress={() =>
          void attempt(() =>
            callAdmin('replaceRequestView', { params: { view: id }, body: { ...current, name } }),
          )
        }
      />
      <IconButton icon={Pencil} label={`Rename ${name}`} onPress={onRename} />
      <IconButton
        icon={Trash2}
        label={`Delete ${name}`}
        onPress={() => void removeView(view, () => isDefault && setFirst(null))}
      />
    </li>
  );
}

interface NameDialogProps {
  /** The view to rename; undefined for a new one. */
  readonly view: RequestView | undefined;
  readonly current: Setting;
  readonly onClose: () => void;
}

function NameDialog({ view, current, onClose }: NameDialogProps) {
  const [name, setName] = useState(view?.name ?? '');
  const [problem, setProblem] = useState<string>();
  async function save(): Promise<void> {
    try {
      if (view === undefined) {
        await callAdmin('createRequestView', { body: { ...current, name } });
      } else {
        const { id, ...setting } = view;
        await callAdmin('replaceRequestView', { params: { view: id }, body: { ...setting, name } });
      }
      onClose();
    } catch (error) {
      setProblem(describeError(error));
    }
  }
  return (
    <Dialog
      title={view === undefined ? 'Save this view' : `Rename ${view.name}`}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button variant="primary" isDisabled={name.trim() === ''} onPress={() => void save()}>
            Save
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField
          label="Name"
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog is opened to type into it
          autoFocus
          maxLength={60}
          value={name}
          onChange={setName}
          error={problem}
        />
      </form>
    </Dialog>
  );
}

function useViews() {
  return useQuery({
    queryKey: ['request-views'],
    queryFn: ({ signal }) => callAdmin('listRequestViews', {}, signal),
  });
}

function isSame(view: RequestView, current: Setting): boolean {
  const { filter, sort, direction, columns, groupBy } = view;
  const { filter: f, sort: s, direction: d, columns: c, groupBy: g } = current;
  const isSorted = sort !== 'id';
  return (
    filter === f &&
    sort === s &&
    (!isSorted || direction === d) &&
    groupBy === g &&
    columns.join() === c.join()
  );
}

/** Saves it again on undo, under another id. */
async function removeView(view: RequestView, forget: () => void): Promise<void> {
  const { id, ...setting } = view;
  await attempt(async () => {
    await callAdmin('deleteRequestView', { params: { view: id } });
    forget();
    toast({
      tone: 'good',
      message: `View ${view.name} deleted`,
      action: {
        label: 'Undo',
        run: () => void attempt(() => callAdmin('createRequestView', { body: setting })),
      },
    });
  });
}

async function attempt(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    toast({ tone: 'bad', message: describeError(error) });
  }
}
