import { expect, type Locator } from '@playwright/test';

/** As a person does: not before the control can be used. A key on a disabled button goes nowhere, and nobody is told. */
export async function pressEnter(control: Locator): Promise<void> {
  await expect(control).toBeEnabled();
  await control.press('Enter');
}
