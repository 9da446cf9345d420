// The JSON editor: found by its label, written to as a person does.
import type { Locator, Page } from '@playwright/test';

export function findJsonEditor(page: Page, label: string): Locator {
  return page.getByRole('textbox', { name: label });
}

export async function replaceJson(page: Page, label: string, text: string): Promise<void> {
  await findJsonEditor(page, label).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
}
