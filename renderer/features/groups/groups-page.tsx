// The Groups screen.
import { ResourceScreen } from '../resources/resource-screen.tsx';
import { groupScreen } from './group-screen.ts';

export function GroupsPage() {
  return <ResourceScreen parts={groupScreen} />;
}
