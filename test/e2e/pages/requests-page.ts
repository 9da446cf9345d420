// The Requests screen: list, toolbar, details.
import type { Locator, Page } from '@playwright/test';

export function requestsPage(page: Page) {
  const grid = page
    .getByRole('grid', { name: 'Requests' })
    .or(page.getByRole('treegrid', { name: 'Requests' }));
  const body = grid.getByRole('rowgroup').last();
  const details = page.getByRole('region', { name: 'Request details' });
  return {
    grid,
    body,
    rows: body.getByRole('row'),
    row: (text: string | RegExp) => body.getByRole('row').filter({ hasText: text }),
    filter: page.getByRole('combobox', { name: 'Filter requests' }),
    completions: page.getByRole('listbox', { name: 'Completions' }),
    tool: (name: string | RegExp) =>
      page.getByRole('toolbar', { name: 'Requests', exact: true }).getByRole('button', { name }),
    menuItem: (name: string | RegExp) => page.getByRole('menuitem', { name }),
    selection: page.getByRole('region', { name: 'Selected requests' }),
    clearFilter: page.getByRole('button', { name: 'Clear the filter' }).last(),
    pause: page.getByRole('button', { name: 'Pause the list' }),
    heldPill: page.getByRole('button', { name: /^Paused, / }),
    follow: page.getByRole('button', { name: 'Follow new requests' }),
    newPill: page.getByRole('button', { name: /^[\d,]+ new$/ }),
    clear: page.getByRole('toolbar').getByRole('button', { name: 'Clear requests' }),
    details,
    tab: (name: string) => details.getByRole('tab', { name }),
    closeDetails: details.getByRole('button', { name: 'Close details' }),
    table: (name: string) => details.getByRole('table', { name }),
  };
}

export interface VisibleRow {
  readonly number: number;
  readonly sentence: string;
  /** Distance from the top of the list's view, in pixels. */
  readonly top: number;
}

/** The rows inside the list's view, from top to bottom. */
export async function readVisibleRows(body: Locator): Promise<readonly VisibleRow[]> {
  return body.evaluate((element) => {
    const view = element.getBoundingClientRect();
    return [...element.querySelectorAll('[role=row]')]
      .map((row) => ({ row, box: row.getBoundingClientRect() }))
      .filter(({ box }) => box.bottom > view.top && box.top < view.bottom)
      .map(({ row, box }) => ({
        number: Number(row.getAttribute('aria-rowindex')),
        sentence: row.querySelector('[data-sentence]')?.textContent ?? '',
        top: Math.round(box.top - view.top),
      }))
      .sort((left, right) => left.top - right.top);
  });
}

/** Every sentence of the list from its first row to its last, read by scrolling through it. */
export async function readAllSentences(body: Locator): Promise<readonly string[]> {
  return body.evaluate(async (element) => {
    const found = new Map<number, string>();
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    for (let top = element.scrollHeight; top > -element.clientHeight; top -= element.clientHeight) {
      element.scrollTop = Math.max(0, top);
      await frame();
      await frame();
      for (const row of element.querySelectorAll('[role=row]')) {
        const sentence = row.querySelector('[data-sentence]')?.textContent ?? '';
        found.set(Number(row.getAttribute('aria-rowindex')), sentence);
      }
    }
    return [...found].sort(([left], [right]) => left - right).map(([, sentence]) => sentence);
  });
}

/** The sentences of all rows from the last to the first, in their order: older ones are loaded on the way, newer ones let go. */
export async function readUpwards(body: Locator): Promise<readonly string[]> {
  return body.evaluate(async (element) => {
    const found = new Map<number, string>();
    const frame = () => new Promise((resolve) => requestAnimationFrame(() => resolve(undefined)));
    while (!found.has(2)) {
      for (const row of element.querySelectorAll('[role=row][data-key]')) {
        const sentence = row.querySelector('[data-sentence]')?.textContent ?? '';
        found.set(Number(row.getAttribute('aria-rowindex')), sentence);
      }
      element.scrollTop -= element.clientHeight;
      await frame();
      await frame();
    }
    return [...found].sort(([left], [right]) => left - right).map(([, sentence]) => sentence);
  });
}
