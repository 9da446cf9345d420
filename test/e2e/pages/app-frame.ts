// The frame around every screen.
import type { Page } from '@playwright/test';

export function appFrame(page: Page) {
  const navigation = page.getByRole('navigation', { name: 'Main' });
  return {
    navigation,
    entry: (name: string) => navigation.getByRole('link', { name }),
    lostBanner: page.getByText('Connection lost.'),
    statusBar: page.getByRole('contentinfo'),
    notifications: page.getByRole('region', { name: 'Notifications' }),
    theme: (name: string) => page.getByRole('radio', { name }),
    skipLink: page.getByRole('link', { name: 'Skip to content' }),
  };
}
