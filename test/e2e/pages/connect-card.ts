// The Connect card (on Home and under Manage > Integration > SCIM) and the cards around it.
import type { Page } from '@playwright/test';

export function connectCard(page: Page) {
  const card = page.getByRole('region', { name: 'Connect a SCIM client' });
  return {
    card,
    tenantUrl: card.getByLabel('Tenant URL', { exact: true }),
    secretToken: card.getByLabel('Secret Token', { exact: true }),
    reveal: card.getByRole('button', { name: 'Reveal' }),
    hide: card.getByRole('button', { name: /^Hide/ }),
    copy: (what: string) => card.getByRole('button', { name: `Copy ${what}` }),
    sendTest: card.getByRole('button', { name: 'Send a test request' }),
    outcome: card.getByRole('status', { name: 'Outcome of the test request' }),
    reach: (name: 'Public' | 'Local') => card.getByRole('radio', { name }),
    recent: page.getByRole('region', { name: 'Last requests' }),
    publicUrl: page.getByRole('textbox', { name: 'Public base URL' }),
    savePublicUrl: page.getByRole('button', { name: 'Save' }),
    forgetPublicUrl: page.getByRole('button', { name: 'Forget' }),
    removePublicUrl: page.getByRole('button', { name: 'Remove' }),
  };
}
