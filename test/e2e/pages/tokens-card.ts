// The tokens of a tenant, under Manage > Integration > SCIM.
import type { Page } from '@playwright/test';

export function tokensCard(page: Page) {
  const card = page.getByRole('region', { name: 'Tokens' });
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));
  return {
    card,
    row: (name: string) => card.getByRole('row').filter({ hasText: name }),
    create: card.getByRole('button', { name: 'New token' }),
    actions: (name: string) => card.getByRole('button', { name: `Actions of ${name}` }),
    action: (name: string) => page.getByRole('menuitem', { name }),
    dialog,
    confirm: (name: string) => dialog.getByRole('button', { name, exact: true }),
  };
}
