// The details of a person: what is known, whom they report to and who reports to them, and their groups.
import { Pencil, Trash2, UserX } from 'lucide-react';
import { useState, type ComponentProps, type ReactNode } from 'react';
import type { DirectoryUser } from '../../../shared/simulator/directory.ts';
import type {
  DirectoryUserDetails,
  QuickChange,
} from '../../../shared/simulator/directory-views.ts';
import { isApiError } from '../../api/api-error.ts';
import { Badge } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { MenuButton } from '../../ui/menu-button.tsx';
import { Section } from '../../ui/section.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { Instant } from '../resources/instant.tsx';
import { AccountState } from './account-state.tsx';
import { BinActions, DetailsHead, Facts, type Fact } from './directory-details-parts.tsx';
import { LogEntriesSection } from './log-entries-section.tsx';
import { PrincipalLink } from './principal-link.tsx';
import { QuickChangeDialog } from './quick-change-dialog.tsx';
import { useDirectoryUser, useDirectReports } from './use-directory.ts';
import { useDirectoryAddress } from './use-directory-address.ts';
import { useDelete } from './use-directory-changes.ts';
import { USER_SECTIONS } from './user-fields.ts';

interface UserDetailsProps {
  readonly id: string;
  readonly onClose: () => void;
}

export function UserDetails({ id, onClose }: UserDetailsProps) {
  const query = useDirectoryUser(id);
  if (query.data !== undefined && !query.isError) {
    return <Known details={query.data} onClose={onClose} />;
  }
  if (query.isPending) return <Skeleton label="Loading the user" lines={8} />;
  if (isApiError(query.error) && query.error.code === 'not-found') {
    return (
      <>
        <DetailsHead title="Nobody" second={id} onClose={onClose} />
        <EmptyState icon={UserX} title="This user does not exist">
          It was deleted permanently, or never in this directory.
        </EmptyState>
      </>
    );
  }
  return (
    <ErrorState
      title="This user cannot be shown"
      error={query.error}
      onRetry={() => void query.refetch()}
    />
  );
}

interface KnownProps {
  readonly details: DirectoryUserDetails;
  readonly onClose: () => void;
}

function Known({ details, onClose }: KnownProps) {
  const { user } = details;
  return (
    <>
      <DetailsHead
        title={user.displayName}
        second={
          <>
            <AccountState user={user} />
            {user.userType === 'Guest' && <Badge>Guest</Badge>}
            <span className="truncate">{user.userPrincipalName}</span>
          </>
        }
        onClose={onClose}
      >
        {user.deletedDateTime === null ? (
          <Actions user={user} onGone={onClose} />
        ) : (
          <BinActions principal={{ ...user, objectType: 'User' }} onGone={onClose} />
        )}
      </DetailsHead>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <People details={details} />
        {USER_SECTIONS.map(({ title, fields }) => {
          const facts = fields.flatMap(({ name, label }) => factOf(label, user[name], name));
          return facts.length === 0 ? null : (
            <Section key={title} title={title}>
              <Facts facts={facts} />
            </Section>
          );
        })}
        {Object.keys(user.extensions).length > 0 && (
          <Section title="Directory extensions">
            <Facts
              facts={Object.entries(user.extensions).flatMap(([name, value]) =>
                factOf(name.split('_').slice(2).join('_'), value, name),
              )}
            />
          </Section>
        )}
        <Section title="Object">
          <Facts facts={objectFacts(user)} />
        </Section>
        <LogEntriesSection objectId={user.objectId} />
      </div>
    </>
  );
}

function objectFacts(user: DirectoryUser): readonly Fact[] {
  const { proxyAddresses, otherMails, deletedDateTime } = user;
  return [
    {
      label: 'Object ID',
      value: <span className="font-mono text-sm">{user.objectId}</span>,
      attribute: 'objectId',
    },
    {
      label: 'Created',
      value: <Instant at={user.createdDateTime} />,
      attribute: 'createdDateTime',
    },
    ...factOf('Deleted', deletedDateTime && <Instant at={deletedDateTime} />, 'deletedDateTime'),
    ...factOf('Proxy addresses', proxyAddresses.join(', '), 'proxyAddresses'),
    ...factOf('Other emails', otherMails.join(', '), 'otherMails'),
  ];
}

/** None where there is no value. */
function factOf(label: string, value: ReactNode, attribute: string): readonly Fact[] {
  return value === null || value === '' ? [] : [{ label, value, attribute }];
}

function People({ details: { user, manager, groups } }: Pick<KnownProps, 'details'>) {
  const reports = useDirectReports(user.objectId).data?.users ?? [];
  return (
    <Section title="People and groups">
      <Facts
        facts={[
          {
            label: 'Manager',
            value: <Names names={manager === null ? [] : [manager]} />,
            attribute: 'manager',
          },
          {
            label: 'Direct reports',
            value: <Names names={reports.map(toReport)} />,
            attribute: 'directReports',
          },
          { label: 'Member of', value: <Names names={groups} />, attribute: 'memberOf' },
        ]}
      />
    </Section>
  );
}

function toReport({ objectId, displayName }: DirectoryUser) {
  return { objectId, displayName, objectType: 'User' as const };
}

function Names({ names }: { readonly names: readonly ComponentProps<typeof PrincipalLink>[] }) {
  if (names.length === 0) return <span className="text-ink-3">None</span>;
  return (
    <ul className="flex flex-col">
      {names.map((one) => (
        <li key={one.objectId}>
          <PrincipalLink {...one} />
        </li>
      ))}
    </ul>
  );
}

interface ActionsProps {
  readonly user: DirectoryUser;
  readonly onGone: () => void;
}

function Actions({ user, onGone }: ActionsProps) {
  const address = useDirectoryAddress();
  const [change, setChange] = useState<QuickChange['kind']>();
  const remove = useDelete('User', onGone);
  const offer = (kind: QuickChange['kind'], label: string) => ({
    id: kind,
    label,
    onAction: () => setChange(kind),
  });
  return (
    <>
      <Button onPress={() => address.go({ form: 'edit' })}>
        <Pencil aria-hidden className="size-3.5" />
        Edit
      </Button>
      <MenuButton
        label="Make a change"
        actions={[
          offer('rename', 'Rename…'),
          offer('move', 'Move to another department…'),
          user.accountEnabled
            ? offer('disable', 'Block sign-in…')
            : offer('enable', 'Unblock sign-in…'),
          { ...offer('leave', 'Leave the company…'), isDangerous: true },
        ]}
      />
      <Button isPending={remove.isPending} onPress={() => remove.mutate(user.objectId)}>
        <Trash2 aria-hidden className="size-3.5" />
        Delete
      </Button>
      {change !== undefined && (
        <QuickChangeDialog
          user={user}
          kind={change}
          onClose={() => setChange(undefined)}
          onDone={() => (change === 'leave' ? onGone() : setChange(undefined))}
        />
      )}
    </>
  );
}
