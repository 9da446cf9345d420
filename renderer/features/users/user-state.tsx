// Active or inactive, under the user's name.
import { ActiveState } from '../resources/active-state.tsx';
import { isActive } from '../resources/read-resource.ts';
import type { TabProps } from '../resources/screen-parts.ts';

export function UserState({ stored }: TabProps) {
  return <ActiveState isActive={isActive(stored.resource)} />;
}
