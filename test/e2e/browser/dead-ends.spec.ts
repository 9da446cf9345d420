// No dead ends: each screen leads to its help, and an address that names what is not there says so and leads on.
import { expect, test } from '../fixtures.ts';
import { findJsonEditor, replaceJson } from '../pages/json-editor.ts';
import { helpPage } from '../pages/settings-page.ts';

const HELP_OF_SCREENS = [
  ['/', 'Home', 'The first five minutes'],
  ['/requests', 'Requests', 'Read the request log'],
  ['/users', 'Users', 'Edit users and groups'],
  ['/groups', 'Groups', 'Edit users and groups'],
  ['/schema', 'Schema', 'Change the schema'],
  ['/integration/scim', 'SCIM', 'Connect Microsoft Entra ID'],
  ['/compose', 'Compose', 'Compose and send requests'],
  ['/checks', 'Checks', 'Check a SCIM service'],
  ['/snapshots', 'Snapshots', 'Snapshots and undo'],
  ['/settings', 'Settings', 'Settings'],
] as const;

test('each screen has its page of help, at the same place', async ({ openApp }) => {
  const page = await openApp('/');
  for (const [route, title, topic] of HELP_OF_SCREENS) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${route}`);
    // The screen before stands until this one is loaded, and has the same link.
    await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    await page.getByRole('link', { name: 'About this screen' }).click();
    await expect(helpPage(page).title(topic), route).toBeVisible();
    await page.goBack();
  }
});

test('Help brings the first steps back', async ({ openApp }) => {
  const page = await openApp('/');
  const steps = page.getByRole('heading', { name: 'First steps' });
  await page.getByRole('button', { name: 'Hide the first steps' }).click();
  await expect(steps).toBeHidden();

  await page.getByRole('link', { name: 'Help', exact: true }).click();
  await page.getByRole('link', { name: 'Show first steps' }).click();

  await expect(steps).toBeVisible();
});

test('an address with a tenant that is not there says whose data is on show', async ({
  openApp,
}) => {
  const page = await openApp('/users?tenant=ghost');

  await expect(page.getByText('There is no tenant “ghost”.')).toBeVisible();
  await page.getByRole('button', { name: /^Go to / }).click();

  await expect(page.getByText('There is no tenant “ghost”.')).toBeHidden();
  await expect(page).toHaveURL(/#\/\?tenant=default$/);
});

test('what is gone says so once, and leads on', async ({ openApp, expectedMessages }) => {
  expectedMessages.push(/404/);
  const page = await openApp('/checks?run=gone');
  await expect(page.getByText('This run is no longer there')).toBeVisible();
  await page.getByRole('link', { name: 'New run' }).click();
  await expect(page.getByRole('button', { name: /^Run / })).toBeVisible();

  await page.evaluate(() => {
    location.hash = '#/types/Gone';
  });
  await page.getByRole('main').getByRole('link', { name: 'Schema' }).click();

  await expect(page.getByRole('tab', { name: 'Resource types', selected: true })).toBeVisible();
});

test('an empty JSON document is no mistake yet', async ({ openApp }) => {
  const page = await openApp('/settings?view=json');
  const mark = page.locator('.cm-lint-marker-error');
  await replaceJson(page, 'Settings as JSON', '{"a": ');
  await expect(mark).toBeVisible();

  await findJsonEditor(page, 'Settings as JSON').focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.press('Delete');

  await expect(mark).toHaveCount(0);
});

test('nothing runs out of a window of 320 pixels', async ({ openApp }) => {
  const page = await openApp('/');
  await page.setViewportSize({ width: 320, height: 640 });
  for (const [route] of HELP_OF_SCREENS) {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#${route}`);
    await expect(page.getByRole('link', { name: 'About this screen' })).toBeVisible();
    await expect(page.getByText(/^Loading/)).toHaveCount(0);
    await expect
      .poll(() => page.evaluate(() => document.documentElement.scrollWidth), { message: route })
      .toBe(320);
  }
});
