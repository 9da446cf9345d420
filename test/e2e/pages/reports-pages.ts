// Provisioning logs, audit logs and the mailbox.
import type { Page } from '@playwright/test';

export function logsPage(page: Page) {
  const details = page.getByRole('region', { name: 'Provisioning log details' });
  const filters = page.getByRole('search', { name: 'Filters' });
  return {
    grid: page.getByRole('grid', { name: 'Provisioning logs' }),
    row: (name: RegExp) => page.getByRole('row', { name }),
    identity: filters.getByRole('searchbox', { name: 'Identity' }),
    words: filters.getByRole('searchbox', { name: 'Words of steps, properties and errors' }),
    addFilter: filters.getByRole('button', { name: 'Add filters' }),
    clearFilters: filters.getByRole('button', { name: 'Clear filters' }),
    status: (name: string) =>
      page.getByRole('group', { name: 'Status' }).getByRole('button', { name }),
    insights: page.getByRole('radio', { name: 'Insights' }),
    tile: (name: string) => page.getByRole('region', { name, exact: true }),
    download: page.getByRole('button', { name: 'Download' }),
    menuItem: (name: string) => page.getByRole('menuitem', { name, exact: true }),
    details,
    tab: (name: RegExp) => details.getByRole('tab', { name }),
    older: details.getByRole('button', { name: 'Older entry' }),
    newer: details.getByRole('button', { name: 'Newer entry' }),
  };
}

export function mailboxPage(page: Page) {
  const mail = page.getByRole('region', { name: 'Mail', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Mail server' });
  return {
    entry: page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: /Mailbox/ }),
    row: (name: RegExp) => page.getByRole('row', { name }),
    mail,
    mailServer: page.getByRole('button', { name: 'Mail server' }),
    dialog,
    field: (name: string) => dialog.getByRole('textbox', { name }),
    sendTest: dialog.getByRole('button', { name: 'Send test mail' }),
    save: dialog.getByRole('button', { name: 'Save' }),
  };
}
