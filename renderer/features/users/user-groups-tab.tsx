// The groups that a user belongs to.
import { Network } from 'lucide-react';
import { EmptyState } from '../../ui/empty-state.tsx';
import { elementsOf, textAt } from '../resources/read-resource.ts';
import { ResourceLink } from '../resources/resource-link.tsx';
import type { TabProps } from '../resources/screen-parts.ts';

export function UserGroupsTab({ stored }: TabProps) {
  const groups = elementsOf(stored.resource['groups']);
  if (groups.length === 0) {
    return (
      <EmptyState icon={Network} title="In no group">
        Add the user from a group’s Members tab, or let your SCIM client do it.
      </EmptyState>
    );
  }
  return (
    <ul aria-label="Groups of the user" className="px-4 py-2">
      {groups.map((group) => {
        const id = textAt(group, ['value']);
        return (
          <li key={id} className="flex h-8 items-center gap-3 border-b border-line/60">
            <ResourceLink resourceType="Group" id={id}>
              {textAt(group, ['display']) || id}
            </ResourceLink>
            <span className="ml-auto truncate font-mono text-sm text-ink-3">{id}</span>
          </li>
        );
      })}
    </ul>
  );
}
