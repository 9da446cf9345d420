// What the Groups screen is made of.
import { Network } from 'lucide-react';
import { GROUP_SEARCHED } from '../resources/filter-box-logic.ts';
import type { ScreenParts } from '../resources/screen-parts.ts';
import { groupColumns } from './group-columns.tsx';
import { GroupEditor } from './group-editor.tsx';
import { GroupJsonTab } from './group-json-tab.tsx';
import { MembersTab } from './members-tab.tsx';

export const groupScreen: ScreenParts = {
  resourceType: 'Group',
  title: 'Groups',
  noun: 'group',
  icon: Network,
  columns: groupColumns,
  placeholder: 'Name or SCIM filter, such as displayName co "sales"',
  examples: [
    { filter: 'displayName co "sales"', meaning: 'Groups with sales in their name' },
    { filter: 'not (members pr)', meaning: 'Groups without members' },
    { filter: 'externalId pr', meaning: 'Groups that a client has linked by external ID' },
  ],
  searched: GROUP_SEARCHED,
  deletion:
    'Its members stay. A SCIM client that looks for the group will find nothing, and may create it again.',
  Editor: GroupEditor,
  JsonTab: GroupJsonTab,
  related: {
    id: 'members',
    label: 'Members',
    count: ({ memberCount }) => memberCount ?? 0,
    Tab: MembersTab,
  },
};
