// The Checks screen.
import type { Page } from '@playwright/test';

export function checksPage(page: Page) {
  const details = page.getByRole('region', { name: 'Details of the check' });
  const outcome = page.getByRole('region', { name: 'Outcome', exact: true });
  return {
    run: page.getByRole('button', { name: 'Run the checks' }),
    target: (name: string) => page.getByRole('radio', { name }),
    section: (name: string) => page.getByRole('checkbox', { name, exact: true }),
    url: page.getByRole('textbox', { name: 'SCIM base URL' }),
    token: page.getByLabel('Bearer token'),
    outcome,
    verdict: outcome.getByRole('heading'),
    cancel: page.getByRole('button', { name: 'Cancel' }),
    show: (name: string) => page.getByRole('radio', { name, exact: true }),
    check: (name: RegExp) => page.getByRole('listitem').getByRole('button', { name }),
    saveReport: page.getByRole('button', { name: 'Save report' }),
    details,
  };
}
