// Locators of the Users and Groups screens.
import type { Locator, Page } from '@playwright/test';

export type ScreenName = 'Users' | 'Groups';

export interface ResourcesPage {
  readonly newButton: Locator;
  readonly filter: Locator;
  /** What stands under the filter box. */
  readonly filterNote: Locator;
  /** What may come next in the filter box. */
  readonly suggestions: Locator;
  readonly clearFilter: Locator;
  /** What can be done with the selected rows. */
  readonly bulkBar: Locator;
  readonly grid: Locator;
  readonly row: (name: string | RegExp) => Locator;
  readonly details: Locator;
  readonly tab: (name: string | RegExp) => Locator;
  readonly panel: Locator;
  /** Action in the head of the details. */
  readonly action: (name: string) => Locator;
  readonly dialog: Locator;
  readonly confirmation: Locator;
  readonly field: (name: string) => Locator;
  readonly toasts: Locator;
  readonly go: (search?: string) => Promise<void>;
}

export function createResourcesPage(page: Page, screen: ScreenName): ResourcesPage {
  const noun = screen === 'Users' ? 'user' : 'group';
  const main = page.getByRole('main');
  const details = page.getByRole('region', { name: `Details of the ${noun}` });
  const dialog = page.getByRole('dialog');
  const filter = main.getByRole('combobox', { name: `Filter ${screen.toLowerCase()}` });
  const grid = main.getByRole('grid', { name: screen });
  return {
    newButton: main.getByRole('button', { name: `New ${noun}` }),
    filter,
    filterNote: main.getByRole('search').locator('xpath=following-sibling::div'),
    suggestions: main.getByRole('listbox', { name: 'Suggestions' }).getByRole('option'),
    bulkBar: main.getByRole('toolbar', { name: `Selected ${screen.toLowerCase()}` }),
    clearFilter: main.getByRole('button', { name: 'Clear filter' }),
    grid,
    row: (name) => grid.getByRole('row', { name }),
    details,
    tab: (name) => details.getByRole('tab', { name }),
    panel: details.getByRole('tabpanel'),
    action: (name) => details.getByRole('button', { name, exact: true }),
    dialog,
    confirmation: page.getByRole('alertdialog'),
    field: (name) => dialog.getByLabel(name, { exact: true }),
    toasts: page.getByRole('region', { name: 'Notifications' }),
    go: async (search = '') => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, `#/${screen.toLowerCase()}${search}`);
      await filter.waitFor();
    },
  };
}
