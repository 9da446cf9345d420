// The Schema screen and its dialogs.
import type { Page } from '@playwright/test';

export function schemaPage(page: Page) {
  const dialog = page.getByRole('dialog');
  return {
    tab: (name: string) => page.getByRole('tab', { name }),
    search: page.getByRole('searchbox', { name: 'Search attributes' }),
    schema: (name: RegExp) =>
      page.getByRole('navigation', { name: 'Schemas' }).getByRole('link', { name }),
    attributes: (of: string) => page.getByRole('table', { name: `Attributes of ${of}` }),
    expand: (name: string) =>
      page.getByRole('button', { name: new RegExp(`^${name}.*sub-attributes$`) }),
    newOf: page.getByRole('button', { name: 'New', exact: true }),
    importJson: page.getByRole('button', { name: 'Import' }),
    addAttribute: page.getByRole('button', { name: 'Add attribute' }),
    actions: (name: string) => page.getByRole('button', { name: `Actions of ${name}` }),
    action: (name: string | RegExp) => page.getByRole('menuitem', { name }),
    dialog,
    field: (name: string) => dialog.getByRole('textbox', { name, exact: true }),
    select: (name: string) => dialog.getByRole('button', { name: new RegExp(`${name}$`) }),
    option: (name: string) => page.getByRole('option', { name, exact: true }),
    press: (name: string | RegExp) => dialog.getByRole('button', { name }).click(),
    toggle: (name: string) => page.getByRole('switch', { name, exact: true }),
    differences: page.getByRole('table', { name: 'Differences' }),
  };
}
