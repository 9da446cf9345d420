// What the details of users and groups share: head, facts, and the dialog before a permanent deletion.
import { Trash2, Undo2, X } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import type { DirectoryPrincipal } from '../../../shared/simulator/directory-views.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { usePurge, useRestore } from './use-directory-changes.ts';

interface DetailsHeadProps {
  readonly title: string;
  readonly second: ReactNode;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

export function DetailsHead({ title, second, onClose, children }: DetailsHeadProps) {
  return (
    <header className="shrink-0 border-b border-line px-4 pt-3 pb-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold" title={title}>
            {title}
          </h2>
          <div className="flex min-w-0 flex-wrap items-center gap-x-3 text-sm text-ink-3">
            {second}
          </div>
        </div>
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </div>
      {children !== undefined && <div className="flex flex-wrap gap-2 pt-2">{children}</div>}
    </header>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ReactNode;
  readonly attribute: string;
}

/** Facts with a label; the name of the attribute is in the tooltip. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-[minmax(7rem,2fr)_5fr]">
      {facts.map(({ label, value, attribute }) => (
        <div key={attribute} title={attribute} className="contents">
          <dt className="border-b border-line/60 py-1 pr-3 text-ink-3">{label}</dt>
          <dd className="min-w-0 border-b border-line/60 py-1 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

interface BinActionsProps {
  readonly principal: Pick<DirectoryPrincipal, 'objectId' | 'objectType' | 'displayName'>;
  readonly onGone: () => void;
}

/** Of what is in the recycle bin. */
export function BinActions({ principal, onGone }: BinActionsProps) {
  const { objectId, objectType, displayName } = principal;
  const [isAsking, setIsAsking] = useState(false);
  const restore = useRestore();
  const purge = usePurge(onGone);
  return (
    <>
      <Button
        isPending={restore.isPending}
        onPress={() => restore.mutate(objectId, { onSuccess: onGone })}
      >
        <Undo2 aria-hidden className="size-3.5" />
        Restore {objectType.toLowerCase()}
      </Button>
      <Button onPress={() => setIsAsking(true)}>
        <Trash2 aria-hidden className="size-3.5" />
        Delete permanently
      </Button>
      <ConfirmDialog
        isOpen={isAsking}
        title={`Delete ${displayName} permanently?`}
        confirmLabel="Delete permanently"
        isPending={purge.isPending}
        onConfirm={() => purge.mutate(objectId)}
        onClose={() => setIsAsking(false)}
      >
        <p>
          It cannot be restored then. The next provisioning cycle deletes it in the target, where
          the mapping allows deletions.
        </p>
      </ConfirmDialog>
    </>
  );
}
