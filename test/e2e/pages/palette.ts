// The command palette, and the menu of tenants.
import type { Page } from '@playwright/test';

export function palette(page: Page) {
  const dialog = page.getByRole('dialog', { name: 'Command palette' });
  return {
    dialog,
    field: dialog.getByRole('searchbox'),
    results: dialog.getByRole('listbox', { name: 'Results' }),
    result: (name: string | RegExp) => dialog.getByRole('option', { name }),
  };
}

export function tenantMenu(page: Page) {
  return {
    button: page.getByRole('button', { name: /^Tenant:/ }),
    item: (name: string | RegExp) => page.getByRole('menuitem', { name }),
    dialog: page.getByRole('dialog'),
    question: page.getByRole('alertdialog'),
    undo: page.getByRole('button', { name: 'Undo' }),
  };
}
