// Settings, Help and the tour.
import type { Page } from '@playwright/test';

export function settingsPage(page: Page) {
  const setting = (title: string) => page.getByRole('group', { name: title, exact: true });
  return {
    search: page.getByRole('searchbox', { name: 'Find a setting' }),
    setting,
    reset: (title: string) =>
      page.getByRole('button', { name: new RegExp(`^Reset to .*: ${title}$`) }),
    restartBanner: page.getByText('Settings need a restart.'),
    json: page.getByRole('textbox', { name: 'Settings as JSON' }),
  };
}

export function helpPage(page: Page) {
  return {
    search: page.getByRole('searchbox', { name: 'Search the help' }),
    found: page.getByRole('list', { name: 'Pages found' }).getByRole('link'),
    title: (name: string) => page.getByRole('heading', { level: 2, name }),
    tour: page.getByRole('region', { name: /^Tour/ }),
  };
}
