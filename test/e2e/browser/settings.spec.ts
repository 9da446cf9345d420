import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { palette } from '../pages/palette.ts';
import { settingsPage } from '../pages/settings-page.ts';
import { pressEnter } from '../press-enter.ts';

test.describe('Settings, by keyboard alone', () => {
  test('are found, changed, marked as changed and reset', async ({ tenant, openApp }) => {
    const page = await openApp('/settings');
    const { search, setting, reset } = settingsPage(page);

    await search.focus();
    await page.keyboard.type('keep for');
    const field = setting('Keep for').getByRole('textbox');
    await expect(field).toHaveValue('30');
    await field.focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('nine');
    await expect(setting('Keep for')).toContainText(/number/i);
    await page.keyboard.press('Control+a');
    await page.keyboard.type('9');
    await page.keyboard.press('Enter');

    await expect(reset('Keep for')).toBeVisible();
    expect((await tenant.admin('getRequestLogStatus')).limits.maxAgeDays).toBe(9);
    await pressEnter(reset('Keep for'));
    await expect(field).toHaveValue('30');
    expect((await tenant.admin('getSettings')).changed).toEqual([]);
  });

  test('give a command other keys, and show who else has them', async ({ openApp }) => {
    const page = await openApp('/settings?find=keys%20of%20commands');
    const add = page.getByRole('button', { name: /^Add keys to Collapse/ });

    await pressEnter(add);
    await page.keyboard.press('Control+k');
    await expect(page.getByText('Also: Open the command palette')).toBeVisible();
    await pressEnter(page.getByRole('button', { name: /^Remove Mod\+K from Collapse/ }));
    await pressEnter(add);
    await page.keyboard.press('Alt+s');
    await expect(page.getByRole('button', { name: /^Remove Alt\+S from Collapse/ })).toBeVisible();

    await page.keyboard.press('Alt+s');
    const expand = page.getByRole('button', { name: 'Expand the sidebar', exact: true });
    await expect(expand).toBeVisible();
  });

  test('are reached from the palette, and say what waits for a restart', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp('/');
    const { field, result } = palette(page);
    const { setting, restartBanner } = settingsPage(page);

    await page.keyboard.press('Control+k');
    await expect(field).toBeFocused();
    await page.keyboard.type('reachable from');
    await expect(result(/reachable from/)).toBeVisible();
    await page.keyboard.press('Enter');
    await pressEnter(setting('SCIM listener is reachable from').getByRole('button'));
    await expect(page.getByRole('option', { selected: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');

    await expect(restartBanner).toBeVisible();
    expect((await tenant.admin('getSettings')).awaitsRestart).toEqual(['server.scimHost']);
  });
});

test('Dates and numbers are written as chosen, on every screen', async ({ tenant, openApp }) => {
  for (let n = 0; n < 3; n += 1) await tenant.scim('GET', '/Users');
  const page = await openApp('/settings?find=dates');
  const { setting } = settingsPage(page);

  await setting('Dates and numbers').getByRole('button').first().click();
  await page.getByRole('option', { name: 'German (Germany)' }).click();
  await page.getByRole('link', { name: 'Requests' }).first().click();
  const time = page.locator('[role=row][data-index]').first();
  await expect(time).toContainText(/\d\d:\d\d:\d\d,\d{3}/);
  await tenant.admin('changeSettings', { body: { 'general.locale': 'en-US' } });
  await expect(time).toContainText(/\d\d:\d\d:\d\d\.\d{3}\s[AP]M/);
  await page.reload();

  await expect(time).toContainText(/\d\d:\d\d:\d\d\.\d{3}\s[AP]M/);
});

test.describe('In a German browser', () => {
  test.use({ locale: 'de-DE' });

  test('words are English, of controls too; numbers are German', async ({ tenant, openApp }) => {
    await tenant.admin('changeSettings', { body: { 'log.maxRequests': 200_000 } });
    const page = await openApp('/settings?find=retention');
    const { reset } = settingsPage(page);

    await expect(reset('Keep at most')).toContainText('Reset to 100.000 requests');
    await page.getByRole('button', { name: /^Tenant:/ }).click();
    await expect(page.getByRole('button', { name: 'Dismiss' }).first()).toBeAttached();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  });
});

test('Allowed origins are checked as they are typed', async ({ tenant, openApp }) => {
  const page = await openApp('/settings?find=origins');
  const { setting } = settingsPage(page);
  const field = setting('Allowed origins').getByRole('textbox');

  await field.fill('http://localhost:5173/');
  await expect(setting('Allowed origins')).toContainText(
    'An origin is a scheme, a host and a port',
  );
  await field.fill('http://localhost:5173 https://tools.contoso.com');
  await field.press('Enter');

  await expect(settingsPage(page).reset('Allowed origins')).toContainText('Reset to None');
  const { settings } = await tenant.admin('getSettings');
  expect(settings['admin.allowedOrigins']).toEqual([
    'http://localhost:5173',
    'https://tools.contoso.com',
  ]);
});

test('TLS is turned on, explained, refused with a wrong file, and turned off', async ({
  tenant,
  openApp,
  expectedMessages,
}) => {
  expectedMessages.push(/400 \(Bad Request\)/);
  const page = await openApp('/settings?find=tls');
  const tls = settingsPage(page).setting('TLS of the SCIM listener');

  await pressEnter(tls.getByRole('radio', { name: 'Local CA' }));
  await expect(tls).toContainText('localhost, host.docker.internal, 127.0.0.1, ::1');
  expect((await tenant.admin('getStatus')).scimUrl).toMatch(/^https:/);
  const saved = page.waitForEvent('download');
  await tls.getByRole('button', { name: 'Save the CA certificate' }).click();
  expect((await saved).suggestedFilename()).toBe('scim-mock-tenant-ca.pem');
  await expectAccessible(page);
  await tls.getByRole('button', { name: 'How to trust it…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Trust the local CA' });
  await dialog.getByRole('button', { name: /System or program/ }).click();
  await page.getByRole('option', { name: 'Java' }).click();
  await expect(dialog).toContainText('keytool -importcert');
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Close' }).click();

  await tls.getByRole('radio', { name: 'Certificate of your own' }).click();
  await tls.getByLabel('Certificate file').fill('/nowhere/own.pem');
  await tls.getByLabel('Private key file').fill('/nowhere/own.key');
  await tls.getByLabel('Private key file').press('Enter');
  await expect(tls.getByRole('alert')).toContainText(
    '/nowhere/own.pem cannot be read: there is no such file.',
  );
  await expectAccessible(page);
  expect((await tenant.admin('getTls')).mode).toBe('local-ca');

  await tls.getByRole('radio', { name: 'Off: HTTP' }).click();
  await expect(tls.getByRole('alert')).toBeHidden();
  await expect(tls).not.toContainText('Served for');
  expect((await tenant.scim('GET', '/Users')).status).toBe(200);
  await tls.getByRole('button', { name: 'Make a new CA…' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Make a new CA' }).click();
  await expect(page.getByText('There is a new local CA').first()).toBeVisible();
});

test('Diagnostics are read before they are saved; all data goes once its name is typed', async ({
  tenant,
  openApp,
}) => {
  await tenant.scim('POST', '/Users', { body: { userName: 'ada' } });
  const page = await openApp('/');

  await page.keyboard.press('Control+k');
  await expect(palette(page).field).toBeFocused();
  await page.keyboard.type('vacuum');
  await expect(palette(page).result(/^Compact the workspace/)).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Compact now' })).toBeVisible();
  await settingsPage(page).search.fill('diagnostics');
  await page.getByRole('button', { name: 'Diagnostics…' }).click();
  const diagnostics = page.getByRole('dialog', { name: 'Diagnostics' });
  await expect(diagnostics.getByRole('region', { name: 'Versions' })).toContainText('SQLite');
  await expectAccessible(page);
  const saved = page.waitForEvent('download');
  await diagnostics.getByRole('button', { name: 'Save' }).click();
  expect((await saved).suggestedFilename()).toBe('scim-mock-tenant-diagnostics.txt');
  await diagnostics.getByRole('button', { name: 'Close' }).click();

  await settingsPage(page).search.fill('');
  await page.getByRole('button', { name: 'Compact now' }).click();
  await expect(page.getByText('The workspace was compacted').first()).toBeVisible();

  await page.getByRole('button', { name: 'Delete all data…' }).click();
  const dialog = page.getByRole('alertdialog', { name: 'Delete all data?' });
  const confirm = dialog.getByRole('button', { name: 'Delete all data' });
  await expect(dialog.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('memor');
  await expect(confirm).toBeDisabled();
  await page.keyboard.type('y');
  await expectAccessible(page);
  await confirm.click();

  await expect(page.getByText('All data was deleted').first()).toBeVisible();
  expect((await tenant.admin('getCounts')).activeUsers.now).toBe(0);
  expect((await tenant.admin('listSnapshots')).snapshots).toHaveLength(1);
});

test('The instance label is in the title bar and in the title of the window', async ({
  tenant,
  openApp,
}) => {
  const page = await openApp('/');

  await tenant.admin('changeSettings', {
    body: { 'general.instanceLabel': 'Demo', 'general.instanceColour': 'red' },
  });

  await expect(page.getByRole('banner')).toContainText('Instance: Demo');
  await expect(page).toHaveTitle(/Demo/);
});

test('A pause of recording is said on every screen', async ({ tenant, openApp }) => {
  const page = await openApp('/users');

  await tenant.admin('setRecording', { body: { isPaused: true } });
  await expect(page.getByText('Recording is paused.')).toBeVisible();
  await page.getByRole('button', { name: 'Record again' }).click();

  await expect(page.getByText('Recording is paused.')).toBeHidden();
});

for (const theme of ['light', 'dark', 'contrast'] as const) {
  test(`No axe violation in Settings (${theme})`, async ({ tenant, openApp }) => {
    await tenant.admin('changeSettings', {
      body: { 'general.theme': theme, 'server.scimHost': '0.0.0.0', 'log.maxDays': 9 },
    });
    const page = await openApp('/settings');
    await expect(settingsPage(page).setting('Theme')).toBeVisible();
    await expectAccessible(page);
    await page.getByRole('radio', { name: 'JSON' }).click();
    await expect(settingsPage(page).json).toBeVisible();
    await expectAccessible(page);
  });
}
