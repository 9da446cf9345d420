// axe finds nothing on the Users and Groups screens: empty, filled, each tab, each dialog, in both themes.
import { seedGroup, seedUser } from '../../support/seed-resources.ts';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { findJsonEditor } from '../pages/json-editor.ts';
import { createResourcesPage } from '../pages/resources-page.ts';

test.beforeEach(async ({ openApp }) => {
  await openApp();
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`Users and Groups in the ${colorScheme} theme`, () => {
    test.use({ colorScheme });
    test.slow();

    test('are accessible while empty', async ({ page }) => {
      for (const screen of ['Users', 'Groups'] as const) {
        await createResourcesPage(page, screen).go();
        await expect(page.getByRole('heading', { name: /^No \w+ yet$/ })).toBeVisible();
        await expectAccessible(page);
      }
    });

    test('are accessible with a user in every tab', async ({ page, tenant }) => {
      const id = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace', title: 'Countess' });
      await seedUser(tenant, 'grace', { active: false });
      await seedGroup(tenant, 'Sales', [id]);
      const users = createResourcesPage(page, 'Users');
      for (const tab of ['attributes', 'groups', 'history', 'returned', 'json']) {
        await users.go(`?id=${id}&tab=${tab}`);
        await expect(users.details.getByRole('tab', { selected: true })).toHaveText(
          new RegExp(tab, 'i'),
        );
        await expectAccessible(page);
      }
      await users.action('Edit JSON').click();
      await expect(findJsonEditor(page, 'JSON of the resource')).toBeVisible();
      await expectAccessible(page);
    });

    test('are accessible with a group in every tab', async ({ page, tenant }) => {
      const ada = await seedUser(tenant, 'ada', { displayName: 'Ada Lovelace' });
      const id = await seedGroup(tenant, 'Sales', [ada]);
      const groups = createResourcesPage(page, 'Groups');
      for (const tab of ['attributes', 'members', 'history', 'json']) {
        await groups.go(`?id=${id}&tab=${tab}`);
        await expect(groups.details.getByRole('tab', { selected: true })).toHaveText(
          new RegExp(tab, 'i'),
        );
        await expectAccessible(page);
      }
    });

    test('are accessible in completion, work on many, files and tasks', async ({
      page,
      tenant,
    }) => {
      await seedUser(tenant, 'ada');
      const users = createResourcesPage(page, 'Users');
      await users.go();
      await users.filter.fill('active ');
      await users.filter.press('ArrowDown');
      await expect(users.suggestions.first()).toHaveAttribute('aria-selected', 'true');
      await expectAccessible(page);

      await users.filter.fill('');
      await users.row('ada').click({ modifiers: ['ControlOrMeta'] });
      await users.bulkBar.getByRole('button', { name: 'Edit…' }).click();
      await page.getByRole('combobox', { name: 'Attribute' }).fill('title');
      await page.keyboard.press('Escape');
      await users.dialog.getByRole('textbox', { name: 'Value' }).fill('Boss');
      await users.dialog.getByRole('button', { name: 'Preview' }).click();
      await expect(users.dialog).toContainText('1 user would change');
      await expectAccessible(page);
      await users.dialog.getByRole('button', { name: 'Apply to 1' }).click();

      await page.getByRole('button', { name: 'Transfer' }).click();
      await page.getByRole('menuitem', { name: 'Import a file…' }).click();
      await users.dialog.getByLabel('File', { exact: true }).setInputFiles({
        name: 'people.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from('userName,Shoe\nbea,4\n'),
      });
      await expect(users.dialog).toContainText('left out');
      await expectAccessible(page);
      await users.dialog.getByRole('button', { name: 'Cancel' }).click();

      await page.getByRole('contentinfo').getByRole('button', { name: 'Tasks' }).click();
      await expect(page.getByRole('dialog', { name: 'Tasks' })).toContainText('1 changed');
      await expectAccessible(page);
    });

    test('are accessible in forms, questions and refusals', async ({
      page,
      tenant,
      expectedMessages,
    }) => {
      expectedMessages.push(/status of 409/);
      const id = await seedUser(tenant, 'ada');
      const users = createResourcesPage(page, 'Users');
      await users.go('?form=create');
      await users.field('User name').fill('ada');
      await page.keyboard.press('Enter');
      await expect(users.dialog).toContainText('409 uniqueness');
      await expectAccessible(page);
      await users.dialog.getByRole('radio', { name: 'All attributes' }).click();
      await expect(users.field('userName (required)')).toBeVisible();
      await expectAccessible(page);

      await users.go(`?id=${id}`);
      await users.action('Delete').click();
      await expect(users.confirmation).toBeVisible();
      await expectAccessible(page);

      await users.go('?filter=userName sw');
      await expect(users.filterNote).toContainText('Expected a value');
      await expectAccessible(page);
    });
  });
}
