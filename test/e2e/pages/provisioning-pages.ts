// Overview, Connectivity, Provision on demand, Discovery and Connections of the Entra simulator.
import type { Page } from '@playwright/test';

export function connectivityPage(page: Page) {
  const main = page.getByRole('main');
  return {
    target: (name: string) => main.getByRole('radio', { name }),
    tenantUrl: main.getByRole('textbox', { name: 'Tenant URL' }),
    secretToken: main.getByLabel('Secret Token', { exact: true }),
    flag: main.getByRole('switch', { name: /aadOptscim062020/ }),
    test: main.getByRole('button', { name: 'Test Connection' }),
    outcome: main.getByRole('status', { name: 'Outcome of Test Connection' }),
    request: (name: RegExp) => main.getByRole('heading', { name }).getByRole('button'),
    recorded: main.getByRole('link', { name: /^Open in Requests/ }),
    email: main.getByRole('textbox', { name: 'Notification Email' }),
    sendEmail: main.getByRole('checkbox', { name: /Send an email notification/ }),
    save: main.getByRole('button', { name: 'Save' }),
    field: (name: string) => main.getByRole('textbox', { name }),
    secret: main.getByLabel('Client Secret'),
    method: main.getByRole('button', { name: /Authentication method/ }),
  };
}

export function overviewPage(page: Page) {
  const main = page.getByRole('main');
  const part = (name: string) => main.getByRole('region', { name, exact: true });
  return {
    status: part('Provisioning status'),
    cycle: part('Current cycle status'),
    statistics: part('Statistics to date'),
    cycles: part('Cycles'),
    gauge: (name: string) => main.getByRole('meter', { name, exact: true }),
    escrows: part('Escrows'),
    properties: part('Properties'),
    time: main.getByRole('timer', { name: 'Virtual time' }),
    quarantine: main.getByRole('status', { name: 'Quarantine' }),
    press: (name: string) => main.getByRole('button', { name, exact: true }),
    amount: main.getByRole('textbox', { name: 'Jump ahead' }),
    item: (name: string) => page.getByRole('menuitem', { name }),
    dialog: page.getByRole('dialog'),
    inDialog: (name: string) => page.getByRole('dialog').getByRole('button', { name, exact: true }),
    confirm: (name: string) => page.getByRole('alertdialog').getByRole('button', { name }),
  };
}

export function onDemandPage(page: Page) {
  const main = page.getByRole('main');
  return {
    picker: main.getByRole('combobox', { name: 'User or group' }),
    option: (name: RegExp) => page.getByRole('option', { name }),
    member: (name: RegExp) => main.getByRole('checkbox', { name }),
    press: (name: string) => main.getByRole('button', { name, exact: true }),
    outcome: main.getByRole('status', { name: 'Outcome' }),
    step: (name: RegExp) => main.getByRole('region', { name }),
  };
}
