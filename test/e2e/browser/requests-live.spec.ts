import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startTenant } from '../../support/start-tenant.ts';
import { sendUser, sendUsers } from '../../support/send-users.ts';
import { expect, openAt, test, UI_DIR } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import {
  readAllSentences,
  readUpwards,
  readVisibleRows,
  requestsPage,
} from '../pages/requests-page.ts';

test.describe('Requests list', () => {
  test('shows each request with its meaning the moment it arrives, refused ones too', async ({
    tenant,
    openApp,
  }) => {
    const { rows, row } = requestsPage(await openApp('/requests'));

    await sendUser(tenant, 'ada');
    await tenant.scim('GET', '/Users', { headers: { Authorization: 'Bearer wrong' } });
    await tenant.scim('POST', '/Users', { body: '{"userName": ' });
    await tenant.scim('GET', '/Nowhere');

    await expect(rows).toHaveCount(4);
    await expect(row('Create user ada@contoso.test')).toContainText('201');
    await expect(row('Rejected: token')).toContainText('401');
    await expect(row('Rejected: body')).toContainText('400 invalidSyntax');
    await expect(row('Rejected: no such path')).toContainText('404');
  });

  test('has what arrived after it was read and before the live feed was open', async ({
    tenant,
    page,
  }) => {
    await sendUser(tenant, 'early');
    const feed = Promise.withResolvers<void>();
    await page.route('**/api/live', async (route) => {
      await feed.promise;
      await route.continue();
    });
    await page.goto(tenant.uiUrl);
    await page.evaluate(() => (location.hash = '#/requests'));
    const { rows } = requestsPage(page);
    await expect(rows).toHaveCount(1);

    await sendUser(tenant, 'between');
    feed.resolve();

    await expect(rows).toHaveCount(2);
  });

  test('does not jump or lose a row when 500 requests arrive while one reads above', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'early', 120);
    const page = await openApp('/requests');
    const { grid, body, newPill, row } = requestsPage(page);
    await expect(row('early')).not.toHaveCount(0);
    await body.hover();
    await page.mouse.wheel(0, -900);
    await expect.poll(async () => (await readVisibleRows(body)).at(-1)?.number).toBeLessThan(121);
    const before = await readVisibleRows(body);

    await sendUsers(tenant, 'late', 500);

    await expect(newPill).toHaveText('500 new');
    expect(await readVisibleRows(body)).toEqual(before);
    await expect(grid).toHaveAttribute('aria-rowcount', '621');
    await newPill.click();
    await expect.poll(async () => (await readVisibleRows(body)).at(-1)?.number).toBe(621);
    const sentences = await readAllSentences(body);
    const expected = [...named('early', 120), ...named('late', 500)];
    expect(sentences.toSorted()).toEqual(expected.toSorted());
  });

  test('reads older rows as one scrolls up to them', async ({ tenant, openApp }) => {
    await sendUsers(tenant, 'old', 650);
    const page = await openApp('/requests');
    const { body, grid } = requestsPage(page);
    await expect(grid).toHaveAttribute('aria-rowcount', '651');

    // The row at the upper edge is moved by what is read above it, not drawn anew.
    const stays = await body.evaluate(async (element) => {
      const number = (row: Element) => Number(row.getAttribute('aria-rowindex'));
      const rows = () => [...element.querySelectorAll('[role=row][data-key]')];
      const height = element.scrollHeight;
      element.scrollTop = 60 * 28;
      while (!rows().some((row) => row.getBoundingClientRect().top > 0 && number(row) < 600)) {
        await new Promise(requestAnimationFrame);
      }
      const top = element.getBoundingClientRect().top;
      const first = rows().find((row) => row.getBoundingClientRect().top >= top);
      while (element.scrollHeight === height) await new Promise(requestAnimationFrame);
      return first?.isConnected === true && first.getBoundingClientRect().top >= top;
    });
    expect(stays).toBe(true);

    await expect
      .poll(async () => {
        await body.evaluate((element) => {
          element.scrollTop = 0;
        });
        return (await readVisibleRows(body))[0]?.number;
      })
      .toBe(2);

    const sentences = await readAllSentences(body);
    expect(sentences.toSorted()).toEqual(named('old', 650).toSorted());
  });

  test('holds new rows back while paused and shows them after', async ({ tenant, openApp }) => {
    const { rows, pause, heldPill, row } = requestsPage(await openApp('/requests'));
    await sendUser(tenant, 'before');
    await expect(rows).toHaveCount(1);

    await pause.click();
    await sendUsers(tenant, 'held', 3);

    await expect(heldPill).toHaveText('Paused, 3 held');
    await expect(rows).toHaveCount(1);
    await heldPill.click();
    await expect(rows).toHaveCount(4);
    await expect(row('held')).toHaveCount(3);
  });

  test('follows the end until one scrolls up, and again from the end', async ({
    tenant,
    openApp,
  }) => {
    await sendUsers(tenant, 'first', 60);
    const page = await openApp('/requests');
    const { body, follow, newPill } = requestsPage(page);
    const lastNumber = async () => (await readVisibleRows(body)).at(-1)?.number;
    await expect.poll(lastNumber).toBe(61);

    await sendUsers(tenant, 'second', 5);
    await expect.poll(lastNumber).toBe(66);
    await body.hover();
    await page.mouse.wheel(0, -400);
    await expect(follow).toHaveAttribute('aria-pressed', 'false');
    await sendUsers(tenant, 'third', 5);
    await expect(newPill).toHaveText('5 new');
    await page.mouse.wheel(0, 5000);

    await expect(follow).toHaveAttribute('aria-pressed', 'true');
    await sendUsers(tenant, 'fourth', 1);
    await expect.poll(lastNumber).toBe(72);
  });

  test('is cleared but for what is pinned, and comes back on undo', async ({
    tenant,
    openApp,
    expectedMessages,
  }) => {
    expectedMessages.push(/404/);
    await sendUsers(tenant, 'gone', 3);
    const page = await openApp('/requests');
    const { rows, row, clear, menuItem } = requestsPage(page);
    await expect(rows).toHaveCount(3);
    await row('gone2').click();
    await page.keyboard.press('p');
    await expect(row('gone2').getByRole('img', { name: 'Pinned' })).toBeVisible();

    await clear.click();
    await menuItem('Delete all but pinned ones').click();
    await expect(rows).toHaveCount(1);
    await page.getByRole('button', { name: 'Undo' }).click();

    await expect(rows).toHaveCount(3);
    await clear.click();
    await menuItem('Delete all, pinned ones too').click();
    await expect(
      page.getByRole('heading', { name: 'Waiting for the first request' }),
    ).toBeVisible();
    await sendUser(tenant, 'next');
    await expect(rows).toHaveCount(1);
  });

  test('waits for the first of a new tenant, whatever named none, and a cycle is one way to it', async ({
    tenant,
    openApp,
  }) => {
    await tenant.ask('GET', '/t/nobody/scim/v2/Users');
    await tenant.admin('createTenant', { body: { slug: 'new', name: 'New' } });
    const { applications } = await tenant.admin('listApplications');
    await tenant.admin('putJobTarget', {
      params: { application: applications[0]?.id ?? '' },
      body: { tenant: 'new' },
    });
    const page = await openApp('/requests?tenant=new');
    const { rows } = requestsPage(page);

    await expect(page.getByText('1 request named no tenant and got no further.')).toBeVisible();
    await page.getByRole('button', { name: 'Show them' }).click();
    await expect(rows).toHaveCount(1);
    await page.reload();
    await page.getByRole('button', { name: 'Run simulated cycle' }).click();

    await expect.poll(() => rows.count()).toBeGreaterThan(1);
  });

  test('leaves requests out while recording is paused, and answers them', async ({
    tenant,
    openApp,
  }) => {
    const page = await openApp('/requests');
    const { rows, tool } = requestsPage(page);
    await sendUser(tenant, 'before');
    await expect(rows).toHaveCount(1);

    await tool(/^Pause recording/).click();
    await expect(page.getByText('Recording is paused')).toBeVisible();
    await sendUser(tenant, 'meanwhile');
    await page.getByRole('button', { name: 'Record again' }).click();
    await expect(page.getByText('Recording is paused')).toBeHidden();
    await sendUser(tenant, 'after');

    await expect(rows).toHaveCount(2);
    await expect(rows.last()).toContainText('after');
  });

  test('shows 10,000 requests of a burst once each, through a restart in the middle', async ({
    page,
    expectedMessages,
  }) => {
    test.setTimeout(480_000);
    expectedMessages.push(/ERR_|Failed to load|network/i);
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'scim-mock-burst-'));
    const first = await startTenant({ uiDir: UI_DIR, dataDir });
    await openAt(page, first, '/requests');
    const { body, grid } = requestsPage(page);
    await sendUsers(first, 'early', 5000);
    await first.close();
    await expect(appFrame(page).lostBanner).toBeVisible();
    const second = await startTenant({
      uiDir: UI_DIR,
      dataDir,
      scimPort: Number(new URL(first.scimUrl).port),
      adminPort: Number(new URL(first.adminUrl).port),
      adminKey: first.adminKey,
    });

    await sendUsers(second, 'late', 5000);

    await expect(grid).toHaveAttribute('aria-rowcount', '10001');
    await expect.poll(async () => (await readVisibleRows(body)).at(-1)?.number).toBe(10_001);
    const sentences = await readUpwards(body);
    const expected = [...named('early', 5000), ...named('late', 5000)];
    expect(sentences.toSorted()).toEqual(expected.toSorted());
    await second.close();
    await rm(dataDir, { recursive: true });
  });

  test('says when the server is gone, and is complete once it is back', async ({
    page,
    expectedMessages,
  }) => {
    expectedMessages.push(/ERR_|Failed to load|network/i);
    const dataDir = await mkdtemp(path.join(os.tmpdir(), 'scim-mock-ui-'));
    const first = await startTenant({ uiDir: UI_DIR, dataDir });
    await openAt(page, first, '/requests');
    const { rows, row } = requestsPage(page);
    await sendUsers(first, 'before', 3);
    await expect(rows).toHaveCount(3);

    await first.close();
    await expect(appFrame(page).lostBanner).toBeVisible();
    await expect(rows).toHaveCount(3);
    const second = await startTenant({
      uiDir: UI_DIR,
      dataDir,
      scimPort: Number(new URL(first.scimUrl).port),
      adminPort: Number(new URL(first.adminUrl).port),
      adminKey: first.adminKey,
    });
    await sendUsers(second, 'after', 4);

    await expect(rows).toHaveCount(7);
    await expect(row('after')).toHaveCount(4);
    await expect(appFrame(page).lostBanner).toBeHidden();
    await sendUser(second, 'live');
    await expect(rows).toHaveCount(8);
    await second.close();
    await rm(dataDir, { recursive: true });
  });
});

function named(prefix: string, count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `Create user ${prefix}${index + 1}@contoso.test`,
  );
}
