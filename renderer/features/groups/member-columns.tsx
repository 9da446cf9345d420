// Columns of a group's members, with the button that removes one.
import { Network, User, UserMinus } from 'lucide-react';
import type { Member } from '../../../shared/admin/resource.ts';
import type { GridColumn } from '../../ui/grid-types.ts';
import { IconButton } from '../../ui/icon-button.tsx';

export function memberColumns(onRemove: (member: Member) => void): readonly GridColumn<Member>[] {
  return [
    {
      id: 'name',
      header: 'Name',
      width: 'minmax(0, 1.6fr)',
      cell: (member) => <MemberName member={member} />,
    },
    {
      id: 'id',
      header: 'ID',
      width: 'minmax(0, 1fr)',
      showFrom: 380,
      cell: (member) => <span className="font-mono text-sm text-ink-3">{member.value}</span>,
    },
    {
      id: 'remove',
      header: 'Remove',
      width: '76px',
      align: 'right',
      cell: (member) => (
        <IconButton
          icon={UserMinus}
          label={`Remove ${member.display ?? member.value}`}
          onPress={() => onRemove(member)}
        />
      ),
    },
  ];
}

function MemberName({ member }: { readonly member: Member }) {
  const Icon = member.type === 'Group' ? Network : User;
  return (
    <span className="flex max-w-full items-center gap-1.5 text-accent">
      <Icon
        role="img"
        aria-label={member.type === 'Group' ? 'Group' : 'User'}
        className="size-3.5 shrink-0 text-ink-3"
      />
      <span className="truncate">{member.display ?? member.value}</span>
    </span>
  );
}
