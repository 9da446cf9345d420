// What the Users screen is made of.
import { Users } from 'lucide-react';
import { USER_SEARCHED } from '../resources/filter-box-logic.ts';
import { elementsOf } from '../resources/read-resource.ts';
import type { ScreenParts } from '../resources/screen-parts.ts';
import { ActivateButton } from './activate-button.tsx';
import { userColumns } from './user-columns.tsx';
import { UserEditor } from './user-editor.tsx';
import { UserGroupsTab } from './user-groups-tab.tsx';
import { UserJsonTab } from './user-json-tab.tsx';
import { UserState } from './user-state.tsx';

export const userScreen: ScreenParts = {
  resourceType: 'User',
  title: 'Users',
  noun: 'user',
  icon: Users,
  columns: userColumns,
  placeholder: 'Name, e-mail or SCIM filter, such as userName sw "a"',
  examples: [
    {
      filter: 'userName sw "a" and active eq true',
      meaning: 'Active users whose user name starts with a',
    },
    {
      filter: 'emails[type eq "work" and value ew "@contoso.com"]',
      meaning: 'Work address at contoso.com',
    },
    { filter: 'not (manager pr)', meaning: 'Users without a manager' },
  ],
  searched: USER_SEARCHED,
  deletion:
    'The user leaves every group. A SCIM client that looks for it will find nothing, and may create it again.',
  Editor: UserEditor,
  JsonTab: UserJsonTab,
  related: {
    id: 'groups',
    label: 'Groups',
    count: ({ resource }) => elementsOf(resource['groups']).length,
    Tab: UserGroupsTab,
  },
  HeaderActions: ActivateButton,
  HeaderState: UserState,
};
