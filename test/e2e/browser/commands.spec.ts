// The table of commands keeps its word: whatever the palette offers on a screen does something that can be seen.
import type { Locator, Page } from '@playwright/test';
import {
  COMMAND_IDS,
  describeCommand,
  type CommandId,
  type CommandSection,
} from '../../../shared/commands.ts';
import { ENTRA_STORY } from '../../support/entra-story.ts';
import { playWholeStory } from '../../support/play-story.ts';
import { expect, test } from '../fixtures.ts';
import { appFrame } from '../pages/app-frame.ts';
import { palette } from '../pages/palette.ts';
import { requestsPage } from '../pages/requests-page.ts';
import { helpPage } from '../pages/settings-page.ts';

/** What is on show after a command. */
const EFFECTS = {
  'app.palette': (page) => palette(page).dialog,
  'app.shortcuts': (page) => page.getByRole('dialog', { name: 'Keyboard shortcuts' }),
  'app.activity': (page) => page.getByRole('dialog', { name: 'Activity' }),
  'app.checkForUpdates': (page) => told(page, /only the desktop app looks for newer versions/),
  'app.takeSnapshot': (page) => told(page, /^Snapshot "Snapshot of .+" taken/),
  'app.tour': (page) => helpPage(page).tour,
  'go.home': (page) => title(page, 'Home'),
  'go.requests': (page) => title(page, 'Requests'),
  'go.users': (page) => title(page, 'Users'),
  'go.groups': (page) => title(page, 'Groups'),
  'go.schema': (page) => title(page, 'Schema'),
  'go.integration': (page) => title(page, 'SCIM'),
  'go.overview': (page) => title(page, 'Overview'),
  'go.connectivity': (page) => title(page, 'Connectivity'),
  'go.discovery': (page) => title(page, 'Discovery'),
  'go.connections': (page) => title(page, 'Connections'),
  'go.usersAndGroups': (page) => title(page, 'Users and groups'),
  'go.mapping': (page) => title(page, 'Attribute mapping'),
  'go.directory': (page) => title(page, 'Directory'),
  'go.provisioningLogs': (page) => title(page, 'Provisioning logs'),
  'go.auditLogs': (page) => title(page, 'Audit logs'),
  'go.mailbox': (page) => title(page, 'Mailbox'),
  'go.compose': (page) => title(page, 'Compose'),
  'go.scenarios': (page) => title(page, 'Scenarios'),
  'go.checks': (page) => title(page, 'Checks'),
  'go.snapshots': (page) => title(page, 'Snapshots'),
  'go.settings': (page) => title(page, 'Settings'),
  'go.help': (page) => title(page, 'Help'),
  'view.sidebar': (page) => page.getByRole('button', { name: 'Expand the sidebar' }),
  'view.inspector': (page) => page.locator('main:not(:has(section[data-part]))'),
  'view.nextPart': (page) => page.locator('[data-part]:focus, [data-part] :focus, main:focus'),
  'view.previousPart': (page) => page.locator('[data-part]:focus, [data-part] :focus, main:focus'),
  'view.find': (page) => page.locator('main input:focus'),
  'view.density': (page) => told(page, /^Rows are comfortable/),
  'view.themeSystem': (page) => page.getByRole('radio', { name: 'System theme', checked: true }),
  'view.themeLight': (page) => page.locator('html[data-theme=light]'),
  'view.themeDark': (page) => page.locator('html[data-theme=dark]'),
  'view.themeContrast': (page) => page.locator('html[data-theme=contrast]'),
  'compose.send': (page) => page.getByText(/^\d{3} /).first(),
  'compose.new': (page) => page.getByRole('button', { name: 'Send', exact: true }),
  'requests.follow': (page) => page.getByRole('button', { name: 'Follow new requests' }),
  'requests.replay': (page) => told(page, /sent again/),
  'requests.edit': (page) => page.getByRole('tablist', { name: 'Open requests' }),
  'requests.pin': (page) => inDetails(page).getByText(/^Pinned/),
  'requests.note': (page) => page.getByRole('dialog', { name: /note/i }),
  'requests.diff': (page) => page.getByRole('region', { name: /compar/i }),
  'requests.copyCurl': (page) => told(page, /copied as cURL/),
  'requests.export': (page) => dialog(page, 'Export or import requests'),
  'requests.delete': (page) => told(page, /1 request deleted/),
  'requests.previous': (page) => inDetails(page).getByRole('heading', { name: /^Request \d+/ }),
  'requests.next': (page) => inDetails(page).getByRole('heading', { name: /^Request \d+/ }),
  'requests.label1': (page) => label(page, 'Red circle'),
  'requests.label2': (page) => label(page, 'Amber triangle'),
  'requests.label3': (page) => label(page, 'Green square'),
  'requests.label4': (page) => label(page, 'Blue diamond'),
  'requests.label5': (page) => label(page, 'Violet star'),
  'requests.label6': (page) => label(page, 'Grey hexagon'),
  'requests.unlabel': (page) => page.locator('main:not(:has([aria-label^="Label:"]))'),
  'simulate.runCycle': (page) => told(page, /^Velpic: The job is not configured/),
  'simulate.onDemand': (page) => title(page, 'Provision on demand'),
  'simulate.startStop': (page) => told(page, /^Velpic: The job is not configured/),
  'simulate.recordStory': (page) => page.getByText('Recording a story…'),
  'simulate.stopStory': (page) => dialog(page, 'Make a scenario of the recording'),
  'server.restart': (page) => told(page, /^Restarted: serving at/),
  'server.pause': (page) => page.getByText('Serving is paused.'),
  'server.startStop': (page) => page.getByText('Serving is stopped.'),
  'tenant.pause': (page) => told(page, /^The tenant .* is paused/),
  'tenant.stop': (page) => told(page, /^The tenant .* is stopped/),
  'tenant.pauseRecording': (page) => appFrame(page).statusBar.getByText('Recording paused'),
  'tenant.switch': (page) => page.getByRole('menu', { name: /^Tenant:/ }),
  'tenant.create': (page) => dialog(page, 'Create a tenant'),
  'tenant.change': (page) => dialog(page, 'Rename or colour the tenant'),
  'tenant.copy': (page) => dialog(page, /^Copy /),
  'tenant.empty': (page) => dialog(page, /^Empty /),
  'tenant.delete': (page) => dialog(page, /^Delete /),
  'tenant.copyUrl': (page) => told(page, /Tenant URL copied/),
  'tenant.copyToken': (page) => told(page, /Secret Token copied/),
} satisfies Record<OfferedId, (page: Page) => Locator>;

/** But for the keys of lists: the palette never has them, as the list that has the focus does them. */
type OfferedId = Exclude<CommandId, `list.${string}`>;

function isOffered(id: CommandId): id is OfferedId {
  return !id.startsWith('list.');
}

const SCREENS = [
  ['Home', '/'],
  ['Requests', '/requests'],
  ['Requests with one open', '/requests?id=9'],
  ['Users', '/users'],
  ['Compose', '/compose'],
] as const;

/** What the frame does is the same on every screen: tried on Home. */
const EVERYWHERE: ReadonlySet<CommandSection> = new Set([
  'App',
  'Go to',
  'Server',
  'Tenant',
  'Simulate',
]);

/** What needs something comes after what makes it, what takes something away at the end. */
const IN_ORDER: readonly OfferedId[] = [
  ...COMMAND_IDS.filter(isOffered).filter(
    (id) => !['compose.send', 'requests.delete', 'app.palette'].includes(id),
  ),
  'compose.send',
  'requests.delete',
];

test.describe('Every command that the palette offers does something', () => {
  test.beforeEach(async ({ context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });

  for (const [name, route] of SCREENS) {
    test(name, async ({ tenant, openApp, expectedMessages }) => {
      test.slow();
      // A deleted request is asked for once more; a job without a target does not run.
      expectedMessages.push(/404/, /409/);
      await playWholeStory(ENTRA_STORY, { tenantUrl: tenant.scimUrl, token: tenant.token });
      const page = await openApp(route);
      const done: CommandId[] = [];

      for (const id of IN_ORDER) {
        if (name !== 'Home' && EVERYWHERE.has(describeCommand(id).section)) continue;
        if (!(await chooseInPalette(page, describeCommand(id).title))) continue;
        await expect(EFFECTS[id](page).first(), id).toBeVisible();
        done.push(id);
        await backTo(page, route);
      }

      expect(done).toContain('view.sidebar');
      expect(done.includes('requests.pin')).toBe(name === 'Requests with one open');
      expect(done.includes('view.find')).toBe(/Requests|Users/.test(name));
    });
  }
});

/** False where the palette does not have the command. */
async function chooseInPalette(page: Page, command: string): Promise<boolean> {
  const { dialog: box, field } = palette(page);
  if (!(await box.isVisible())) await page.keyboard.press('Control+k');
  await field.fill(command);
  await expect(
    box
      .getByRole('option')
      .or(box.getByText(/^Nothing matches/))
      .first(),
  ).toBeVisible();
  const option = box
    .getByRole('group', { name: /^(?:Commands|Go to)$/ })
    .getByRole('option', { name: new RegExp(`^${command}`) })
    .first();
  if (!(await option.isVisible())) return false;
  await option.click();
  await expect(box).toBeHidden();
  return true;
}

/** As the screen was, whatever lies over it now. */
async function backTo(page: Page, route: string): Promise<void> {
  const over = page
    .getByRole('dialog')
    .or(page.getByRole('alertdialog'))
    .or(page.getByRole('menu'));
  for (let tries = 0; tries < 3 && (await over.first().isVisible()); tries += 1) {
    await page.keyboard.press('Escape');
    await page.waitForFunction(() => true);
  }
  await expect(over).toHaveCount(0);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${route}`);
}

function title(page: Page, name: string): Locator {
  return page.getByRole('heading', { level: 1, name, exact: true });
}

function dialog(page: Page, name: string | RegExp): Locator {
  return page.getByRole('dialog', { name }).or(page.getByRole('alertdialog', { name }));
}

function told(page: Page, text: RegExp): Locator {
  return appFrame(page).notifications.getByText(text);
}

function inDetails(page: Page): Locator {
  return requestsPage(page).details;
}

function label(page: Page, name: string): Locator {
  return page.getByRole('img', { name: `Label: ${name}` });
}
