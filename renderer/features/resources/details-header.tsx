// The head of the details: name, state, and the actions that go through the SCIM engine.
import { Copy, Pencil, Trash2, X } from 'lucide-react';
import { useState } from 'react';
import type { StoredResource } from '../../../shared/admin/resource.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { nameOf, textAt } from './read-resource.ts';
import type { ScreenParts } from './screen-parts.ts';
import { useResourceSearch } from './use-resource-search.ts';

interface DetailsHeaderProps {
  readonly parts: ScreenParts;
  readonly stored: StoredResource;
  readonly onClose: () => void;
}

export function DetailsHeader({ parts, stored, onClose }: DetailsHeaderProps) {
  const { resource } = stored;
  const address = useResourceSearch();
  const [isDeleting, setIsDeleting] = useState(false);
  const name = nameOf(resource);
  const second = textAt(resource, ['userName']) || textAt(resource, ['externalId']);
  return (
    <header className="shrink-0 px-4 pt-3 pb-2">
      <div className="flex items-start gap-2">
        <div className="min-w-0 flex-1">
          <h2 className="truncate text-lg font-semibold" title={name}>
            {name}
          </h2>
          <p className="flex min-w-0 items-center gap-2 text-sm text-ink-3">
            {parts.HeaderState !== undefined && <parts.HeaderState stored={stored} />}
            {second !== name && <span className="truncate">{second}</span>}
          </p>
        </div>
        <IconButton icon={X} label="Close details" onPress={onClose} />
      </div>
      <div className="flex flex-wrap gap-2 pt-2">
        <Button onPress={() => address.go({ form: 'edit' })}>
          <Pencil aria-hidden className="size-3.5" />
          Edit
        </Button>
        <Button onPress={() => address.go({ form: 'copy' })}>
          <Copy aria-hidden className="size-3.5" />
          Duplicate
        </Button>
        {parts.HeaderActions !== undefined && <parts.HeaderActions stored={stored} />}
        <Button onPress={() => setIsDeleting(true)}>
          <Trash2 aria-hidden className="size-3.5" />
          Delete
        </Button>
      </div>
      {isDeleting && (
        <DeleteDialog parts={parts} stored={stored} onClose={() => setIsDeleting(false)} />
      )}
    </header>
  );
}
