// Every screen in each state and theme: no axe violation, and a picture that is compared with the kept one.
import { existsSync } from 'node:fs';
import { startTenant, type TestTenant } from '../../support/start-tenant.ts';
import { expectAccessibleToo } from '../check-accessibility.ts';
import {
  addDevices,
  breakServer,
  fill,
  goTo,
  openStill,
  SCREEN_NAMES,
  SCREENS,
  stoppedClock,
  type Theme,
} from '../every-screen.ts';
import { expect, test as base, UI_DIR } from '../fixtures.ts';

const THEMES: readonly Theme[] = ['light', 'dark', 'contrast'];

/** Of the fonts that the pictures were taken with; without them each text would stand elsewhere. */
const FONT_FOLDER = '/usr/share/fonts/truetype/liberation';

/** Pictures are taken in the two themes that people see first. */
const isPictured = (theme: Theme) => theme !== 'contrast' && existsSync(FONT_FOLDER);

const test = base.extend<{ readonly still: TestTenant }>({
  still: async ({}, use) => {
    const tenant = await startTenant({ uiDir: UI_DIR }, undefined, stoppedClock);
    await addDevices(tenant);
    await use(tenant);
    await tenant.close();
  },
});

for (const theme of THEMES) {
  test.describe(`Every screen (${theme})`, () => {
    test.setTimeout(300_000);
    // The pictures' own style sheet pins fonts and hides what differs from run to run.
    test.use({ bypassCSP: true });

    for (const state of ['empty', 'filled'] as const) {
      test(`${state}: accessible, and as pictured`, async ({ still, page }) => {
        if (state === 'filled') await fill(still);
        await openStill(page, still, theme);
        for (const name of SCREEN_NAMES) {
          await test.step(name, async () => {
            await goTo(page, SCREENS[name][state]);
            await expectAccessibleToo(page, name);
            if (!isPictured(theme)) return;
            await expect.soft(page).toHaveScreenshot(`${name}-${state}-${theme}.png`);
          });
        }
      });
    }

    test('without answers of the server: accessible, and says so', async ({
      still,
      page,
      expectedMessages,
    }) => {
      expectedMessages.push(/500 \(Internal Server Error\)/);
      await openStill(page, still, theme);
      await breakServer(page);
      for (const name of SCREEN_NAMES) {
        await test.step(name, async () => {
          await goTo(page, SCREENS[name].empty);
          await expectAccessibleToo(page, name);
        });
      }
    });
  });
}
