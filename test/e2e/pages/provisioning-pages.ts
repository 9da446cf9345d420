// Overview and Connectivity of the Entra simulator.
import type { Page } from '@playwright/test';

export function connectivityPage(page: Page) {
  return {
    anyUrl: page.getByRole('radio', { name: 'Any Tenant URL' }),
    tenantUrl: page.getByRole('textbox', { name: 'Tenant URL' }),
    secretToken: page.getByLabel('Secret Token', { exact: true }),
    test: page.getByRole('button', { name: 'Test Connection' }),
    outcome: page.getByRole('status', { name: 'Outcome of Test Connection' }),
    email: page.getByRole('textbox', { name: 'Notification Email' }),
    notifies: page.getByRole('checkbox', { name: /Send an email notification/ }),
    save: page.getByRole('button', { name: 'Save', exact: true }),
  };
}

export function overviewPage(page: Page) {
  const commands = page.getByRole('toolbar', { name: 'Provisioning', exact: true });
  const dialog = page.getByRole('dialog', { name: 'Properties' });
  return {
    start: commands.getByRole('button', { name: 'Start provisioning', exact: true }),
    status: page.getByRole('region', { name: 'Provisioning status' }),
    cycle: page.getByRole('region', { name: 'Current cycle status' }),
    statistics: page.getByRole('region', { name: 'Statistics to date' }),
    clock: page.getByRole('region', { name: 'Clock' }),
    jump: page.getByRole('button', { name: 'Jump', exact: true }),
    edit: page.getByRole('button', { name: 'Edit properties' }),
    properties: page.getByRole('region', { name: 'Properties' }),
    dialog,
    apply: dialog.getByRole('button', { name: 'Apply' }),
  };
}
