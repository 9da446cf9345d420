// The head of the list of deleted resources: how many there are, and all of them purged at once.
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { formatCount } from '../../../ui/format.ts';
import { PageHeader } from '../../../ui/page-header.tsx';
import type { ScreenParts } from '../screen-parts.ts';
import { useResourceSearch } from '../use-resource-search.ts';
import { PurgeDialog } from './purge-dialog.tsx';
import { useDeleted } from './use-deleted.ts';

interface DeletedHeaderProps {
  readonly parts: ScreenParts;
}

export function DeletedHeader({ parts }: DeletedHeaderProps) {
  const { filter: text = '', go } = useResourceSearch();
  const { data } = useDeleted(parts.resourceType, text);
  const [isAsking, setIsAsking] = useState(false);
  const total = data?.pages.at(-1)?.total;
  const note = total === undefined ? undefined : formatCount(total, `deleted ${parts.noun}`);
  return (
    <PageHeader title={parts.title} note={note} help="resources">
      <Button isDisabled={total === undefined || total === 0} onPress={() => setIsAsking(true)}>
        <Trash2 aria-hidden className="size-4" />
        {text === '' ? 'Purge all…' : 'Purge what matches…'}
      </Button>
      {isAsking && total !== undefined && (
        <PurgeDialog
          parts={parts}
          selection={{ kind: 'all', text }}
          count={total}
          onStarted={() => void go({ id: undefined })}
          onClose={() => setIsAsking(false)}
        />
      )}
    </PageHeader>
  );
}
