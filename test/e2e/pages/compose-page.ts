// The Compose screen: tabs of requests, the editor, the response.
import type { Page } from '@playwright/test';

export function composePage(page: Page) {
  const response = page.getByRole('region', { name: 'Response' });
  return {
    templates: page.getByRole('button', { name: 'Templates' }).first(),
    template: (title: string) => page.getByRole('menuitem', { name: title, exact: true }).first(),
    newRequest: page.getByRole('button', { name: 'New request' }).first(),
    openButton: page.getByRole('button', { name: 'Open', exact: true }),
    importButton: page.getByRole('button', { name: 'Import', exact: true }),
    tab: (name: string | RegExp) =>
      page.getByRole('tablist', { name: 'Open requests' }).getByRole('tab', { name }),
    part: (name: string) =>
      page.getByRole('tablist', { name: 'Parts of the request' }).getByRole('tab', { name }),
    path: page.getByRole('combobox', { name: 'Path and query' }),
    body: page.getByRole('textbox', { name: 'Request body' }),
    send: page.getByRole('button', { name: 'Send', exact: true }),
    save: page.getByRole('button', { name: 'Save', exact: true }),
    response,
    answerTab: (name: string) => response.getByRole('tab', { name }),
    dialog: (name: string | RegExp) => page.getByRole('dialog', { name }),
    question: (name: string) => page.getByRole('alertdialog', { name }),
  };
}
