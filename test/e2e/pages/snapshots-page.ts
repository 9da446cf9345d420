// The Snapshots screen.
import type { Page } from '@playwright/test';

export function snapshotsPage(page: Page) {
  const details = page.getByRole('region', { name: 'Details of the snapshot' });
  return {
    take: page.getByRole('button', { name: 'Take snapshot' }).first(),
    name: page.getByRole('textbox', { name: 'Name' }),
    row: (name: RegExp) => page.getByRole('row', { name }),
    details,
    difference: (name: RegExp) => details.getByRole('listitem').getByRole('button', { name }),
    choose: (name: string) => details.getByRole('checkbox', { name: `Choose ${name}` }),
    putBack: details.getByRole('button', { name: /^Put back/ }),
    dialog: page.getByRole('alertdialog'),
    exportFile: details.getByRole('button', { name: 'Export' }),
    importFile: page.getByRole('button', { name: 'Import…' }),
    importDialog: page.getByRole('dialog', { name: 'Import a snapshot?' }),
    tenants: page.getByRole('table', { name: 'Tenants in the snapshot' }),
  };
}
