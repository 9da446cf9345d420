// The Users screen.
import { ResourceScreen } from '../resources/resource-screen.tsx';
import { userScreen } from './user-screen.ts';

export function UsersPage() {
  return <ResourceScreen parts={userScreen} />;
}
