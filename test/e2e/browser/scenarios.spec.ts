import { readFile } from 'node:fs/promises';
import { expectAccessible } from '../check-accessibility.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { directoryPage } from '../pages/directory-page.ts';
import { scenariosPage } from '../pages/scenarios-page.ts';
import { pressEnter } from '../press-enter.ts';

/** Cycles and removal take a moment. */
const PLAYED = { timeout: 20_000 };

const OWN = `
id: hello
title: Hello
summary: Somebody is made by hand
steps:
  - title: Ada is made
    narration: By a request of our own.
    screen: users
    actions:
      - do: send
        method: POST
        path: /Users
        body: { schemas: ["urn:ietf:params:scim:schemas:core:2.0:User"], userName: ada.lovelace }
    expectations:
      - { see: count, of: users, is: 1 }
  - title: Two are expected
    expectations:
      - { see: count, of: users, is: 2 }
`;

function yamlFile(text: string) {
  return { name: 'hello.yaml', mimeType: 'application/yaml', buffer: Buffer.from(text) };
}

test.describe('Scenarios', () => {
  test.setTimeout(60_000);

  test('are told step by step by keyboard, with the app as the stage', async ({ openApp }) => {
    const page = await openApp('/scenarios');
    const scenarios = scenariosPage(page);

    await scenarios.file.setInputFiles(yamlFile(OWN));
    await expect(scenarios.step.getByText('By a request of our own.')).toBeVisible();
    await pressEnter(scenarios.begin);
    await expect(scenarios.steps.first().getByRole('img', { name: 'As expected' })).toBeVisible(
      PLAYED,
    );
    await scenarios.step.getByRole('link', { name: 'Open Users' }).click();
    await expect(page.getByText('ada.lovelace').first()).toBeVisible();
    await expect(scenarios.bar).toContainText('1 of 2');
    await expectAccessible(page);
    await scenarios.bar.getByRole('button', { name: 'Next step' }).click();
    await expect(scenarios.bar).toContainText('2 of 2');
    await page.goBack();
    await expect(scenarios.step.getByText('Seen: 1')).toBeVisible();
    await expectAccessible(page);
    await scenarios.back.click();
    await expect(scenarios.step.getByRole('heading', { name: 'Ada is made' })).toBeVisible();
    await scenarios.next.click();
    await scenarios.finish.click();
    await expect(page.getByText('Not as expected', { exact: true })).toBeVisible(PLAYED);
    await scenarios.saveReport.click();
    const download = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: 'JUnit XML' }).click();

    const file = await download;
    expect(await readFile(await file.path(), 'utf8')).toContain('<failure');
  });

  test('play by themselves, and presenter view is left by Escape', async ({ openApp }) => {
    const page = await openApp('/scenarios');
    const scenarios = scenariosPage(page);

    await expect(scenarios.cards.first()).toBeVisible();
    expect(await scenarios.cards.count()).toBeGreaterThanOrEqual(12);
    await scenarios.card('Default Access, skipped or counted').click();
    await scenarios.presenter.click();
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeHidden();
    await scenarios.speed.click();
    await page.getByRole('option', { name: 'Fast' }).click();
    await scenarios.auto.click();
    await expect(page.getByText('The story has been told')).toBeVisible(PLAYED);
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible();
    await scenarios.library.click();

    await expect(scenarios.cards.filter({ hasText: 'Default Access' })).toContainText(
      'As expected',
    );
  });

  test('tell what is wrong with a file, and are made from requests', async ({
    openApp,
    tenant,
    expectedMessages,
  }) => {
    expectedMessages.push(/status of 400/);
    const page = await openApp('/scenarios');
    const scenarios = scenariosPage(page);

    await scenarios.file.setInputFiles(yamlFile(OWN.replace('do: send', 'do: sent')));
    const dialog = page.getByRole('dialog', { name: 'This file is no scenario' });
    await expect(dialog).toContainText('hello.yaml:10: step 1 "Ada is made"');
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Close' }).click();

    await tenant.scim('GET', '/Users');
    await tenant.scim('GET', '/Groups');
    await appFrame(page).entry('Requests').click();
    const rows = page.getByRole('grid').getByRole('row');
    await rows.nth(1).click();
    await page.keyboard.press('Control+a');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Make a scenario' }).click();

    const file = await download;
    const text = await readFile(await file.path(), 'utf8');
    expect(text).toContain('path: /Groups');
    expect(text.match(/do: send/g)).toHaveLength(2);
  });

  test('are recorded from what is done, over screens and a reload, and played at once', async ({
    openApp,
    tenant,
  }) => {
    await tenant.admin('putSimulatorClock', { body: { mode: 'step' } });
    const page = await openApp('/scenarios');
    const { record, recorder, stopping, ...scenarios } = scenariosPage(page);
    const directory = directoryPage(page);

    await record.click();
    await expect(recorder).toContainText('Recording a story… 0 steps');
    await expect(record).toBeDisabled();
    await appFrame(page).entry('Directory').click();
    await directory.newUser.click();
    await directory.field('User principal name').fill('ada.lovelace@contoso.example');
    await directory.field('Display name').fill('Ada Lovelace');
    await directory.press('Create').click();
    await expect(recorder).toContainText('1 step');
    await page.reload();
    await expect(recorder).toContainText('Create Ada Lovelace (ada.lovelace) in the directory');
    await expectAccessible(page);
    await recorder.getByRole('button', { name: 'Stop' }).click();
    await stopping.getByRole('textbox', { name: 'Title' }).fill('Ada comes');
    await expect(stopping.getByRole('list', { name: 'Steps' })).toContainText('Ada Lovelace');
    await expectAccessible(page);
    const download = page.waitForEvent('download');
    await stopping.getByRole('button', { name: 'Save the file' }).click();

    const file = await download;
    expect(file.suggestedFilename()).toBe('ada-comes.yaml');
    expect(await readFile(await file.path(), 'utf8')).toContain(
      'userPrincipalName: ada.lovelace\n',
    );
    await expect(recorder).toBeHidden();
    await scenarios.begin.click();
    await expect(scenarios.steps.first().getByRole('img', { name: 'As expected' })).toBeVisible(
      PLAYED,
    );
    await scenarios.finish.click();
    await expect(page.getByText('The story has been told')).toBeVisible(PLAYED);
  });
});
