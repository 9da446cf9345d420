// A user as JSON.
import { JsonTab } from '../resources/json-tab.tsx';
import type { TabProps } from '../resources/screen-parts.ts';

export function UserJsonTab({ stored }: TabProps) {
  return <JsonTab resourceType="User" document={stored.resource} />;
}
