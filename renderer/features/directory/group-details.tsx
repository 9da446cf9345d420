// The details of a group: what it is, what can be done with it, and its members.
import { Pencil, Trash2, UserX } from 'lucide-react';
import type { ListedGroup } from '../../../shared/simulator/directory-views.ts';
import { isApiError } from '../../api/api-error.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { formatCount } from '../../ui/format.ts';
import { Skeleton } from '../../ui/skeleton.tsx';
import { BinActions, DetailsHead } from './directory-details-parts.tsx';
import { DirectoryMembers } from './directory-members.tsx';
import { useDirectoryGroup } from './use-directory.ts';
import { useDirectoryAddress } from './use-directory-address.ts';
import { useDelete } from './use-directory-changes.ts';

interface GroupDetailsProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function GroupDetails({ id, onClose }: GroupDetailsProps) {
  const query = useDirectoryGroup(id);
  if (query.data !== undefined && !query.isError) {
    return <Known group={query.data} onClose={onClose} />;
  }
  if (query.isPending) return <Skeleton label="Loading the group" lines={8} />;
  if (isApiError(query.error) && query.error.code === 'not-found') {
    return (
      <>
        <DetailsHead title="No group" second={id} onClose={onClose} />
        <EmptyState icon={UserX} title="This group does not exist">
          It was deleted permanently, or never in this directory.
        </EmptyState>
      </>
    );
  }
  return (
    <ErrorState
      title="This group cannot be shown"
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

interface KnownProps {
  readonly group: ListedGroup;
  readonly onClose: () => void;
}

function Known({ group, onClose }: KnownProps) {
  const { objectId, displayName, kind, memberCount, deletedDateTime, description } = group;
  const address = useDirectoryAddress();
  const remove = useDelete('Group', onClose);
  return (
    <>
      <DetailsHead
        title={displayName}
        second={
          <>
            <span>{kind === 'security' ? 'Security group' : 'Microsoft 365 group'}</span>
            <span>{formatCount(memberCount, 'member')}</span>
            {description !== null && <span className="truncate">{description}</span>}
            <span className="font-mono">{objectId}</span>
          </>
        }
        onClose={onClose}
      >
        {deletedDateTime === null ? (
          <>
            <Button onPress={() => address.go({ form: 'edit' })}>
              <Pencil aria-hidden className="size-3.5" />
              Edit
            </Button>
            <Button isPending={remove.isPending} onPress={() => remove.mutate(objectId)}>
              <Trash2 aria-hidden className="size-3.5" />
              Delete
            </Button>
          </>
        ) : (
          <BinActions principal={{ objectId, displayName, objectType: 'Group' }} onGone={onClose} />
        )}
      </DetailsHead>
      <DirectoryMembers group={group} />
    </>
  );
}
