// Zero axe violations of WCAG 2.0 to 2.2, levels A and AA, for what is on screen.
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export async function expectAccessible(page: Page): Promise<void> {
  expect(await findViolations(page)).toEqual([]);
}

/** The same for one of several screens: the test goes on to the next one. */
export async function expectAccessibleToo(page: Page, screen: string): Promise<void> {
  expect.soft(await findViolations(page), screen).toEqual([]);
}

async function findViolations(page: Page) {
  // There are no frames to join, so the check needs no second page.
  // react-aria's announcer keeps what it has read out for some seconds, by reference to elements that may be gone.
  const axe = new AxeBuilder({ page })
    .withTags(TAGS)
    .exclude('[data-live-announcer]')
    .setLegacyMode(true);
  const { violations } = await analyzeStill(axe);
  return violations.map(({ id, help, nodes }) => ({
    id,
    help,
    nodes: nodes.map(({ html, failureSummary }) => `${html} ${failureSummary ?? ''}`),
  }));
}

const MOST_LOOKS = 4;

/** Axe stumbles over an element that came while it looked, such as an editor that has been loaded: then it looks again. */
async function analyzeStill(axe: AxeBuilder, look = 1): ReturnType<AxeBuilder['analyze']> {
  try {
    return await axe.analyze();
  } catch (error) {
    const hasMoved = error instanceof Error && error.message.includes("reading 'nthChild'");
    if (!hasMoved || look === MOST_LOOKS) throw error;
    return analyzeStill(axe, look + 1);
  }
}
