import type { Page } from 'playwright-core';

/** Starts a card anew, with an empty log, on a page that is open already: ten times quicker than a page of its own. */
export async function bringToFront(page: Page, card: string): Promise<void> {
  const tab = page.getByRole('tab', { name: card, exact: true });
  if ((await tab.getAttribute('aria-selected')) === 'true') {
    await page.locator('.record-tabs').getByRole('tab', { selected: false }).first().press('Enter');
  }
  await page.evaluate('window.__logs = []');
  await tab.press('Enter');
  await page.locator(`[data-card="${card}"]`).waitFor({ state: 'attached' });
}
