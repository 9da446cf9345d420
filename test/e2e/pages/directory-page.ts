// The Directory of the Entra simulator, and its Users and groups.
import type { Page } from '@playwright/test';

export function directoryPage(page: Page) {
  const details = page.getByRole('region', { name: /^Details of the/ });
  const dialog = page.getByRole('dialog');
  return {
    tab: (name: string) => page.getByRole('tab', { name, exact: true }),
    row: (name: RegExp) => page.getByRole('row', { name }),
    newUser: page.getByRole('button', { name: 'New user' }),
    newGroup: page.getByRole('button', { name: 'New group' }),
    bulk: page.getByRole('button', { name: 'Bulk operations' }),
    find: page.getByRole('searchbox', { name: /^Find a/ }),
    details,
    inDetails: (name: string) => details.getByRole('button', { name, exact: true }),
    dialog,
    field: (label: string) => dialog.getByRole('textbox', { name: label, exact: true }),
    press: (name: string) => dialog.getByRole('button', { name, exact: true }),
    confirm: (name: string) => page.getByRole('alertdialog').getByRole('button', { name }),
  };
}

export function usersAndGroupsPage(page: Page) {
  const dialog = page.getByRole('dialog');
  return {
    add: page.getByRole('button', { name: 'Add user/group' }).first(),
    dialog,
    picker: dialog.getByRole('combobox', { name: 'Users and groups' }),
    scope: page.getByRole('region', { name: 'Scope', exact: true }),
    row: (name: RegExp) => page.getByRole('row', { name }),
    application: page.getByRole('button', { name: /^Application:/ }),
  };
}
