// Attribute mapping, as one finds things on it.
import type { Locator, Page } from '@playwright/test';

export function mappingPage(page: Page) {
  const table = page.getByRole('table', { name: /^Attribute mappings of/ });
  const details = page.getByRole('region', { name: 'Details of the mapping' });
  const dialog = page.getByRole('dialog').or(page.getByRole('alertdialog'));

  function row(target: string): Locator {
    const button = page.getByRole('button', { name: target, exact: true });
    return table.getByRole('row').filter({ has: button });
  }

  return {
    table,
    details,
    dialog,
    row,
    open: async (target: string): Promise<void> => {
      await row(target).getByRole('button', { name: target, exact: true }).click();
    },
    press: async (name: string | RegExp): Promise<void> => {
      const isText = typeof name === 'string';
      await page.getByRole('button', { name, exact: isText }).first().click();
    },
    /** Behind *Advanced options*. */
    chooseOption: async (name: string): Promise<void> => {
      await page.getByRole('button', { name: 'Advanced options' }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    },
    /** In the form at the side. */
    choose: async (label: string, option: string): Promise<void> => {
      await details.getByRole('button', { name: label }).click();
      await page.getByRole('option', { name: option, exact: true }).click();
    },
    choosePerson: async (text: string, name: string): Promise<void> => {
      await page.getByRole('combobox', { name: 'Preview for' }).fill(text);
      await page.getByRole('option', { name }).click();
    },
  };
}
