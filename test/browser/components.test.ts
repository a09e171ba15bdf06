import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { galleryFiles } from '../../local/preview/build/gallery.ts';
import { serveExtensions } from '../../local/preview/server.ts';
import { axeFindings } from './support/axe.ts';
import { bringToFront } from './support/bring-to-front.ts';
import { buildTestCards } from './support/build-test-cards.ts';
import { openPreview, type PreviewPage } from './support/preview-page.ts';
import { connectBrowser } from './support/shared-browser.ts';
import { type Stage, startStubStage } from './support/stub-stage.ts';

let browser: Browser;
let stage: Stage;
let preview: PreviewPage;

beforeAll(async () => {
  const cards = await buildTestCards('right-cards', galleryFiles());
  stage = await startStubStage((options) => serveExtensions(options, cards));
  browser = await connectBrowser();
  preview = await openPreview(browser, `${stage.url}/?deal=1000`);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

async function openCard(name: string) {
  const { page, logs, complaints } = preview;
  await bringToFront(page, name);
  const card = page.locator(`[data-card="${name}"][data-state=drawn]`);
  await card.waitFor();
  return { page, logs, complaints, card };
}

const CARDS = [
  'layout-and-text',
  'figures-and-feedback',
  'tables-and-tabs',
  'actions-and-overlays',
  'fields',
  'charts',
  'variants',
  'live-properties',
];

describe('the components of the SDK in the preview', () => {
  it.each(CARDS)('are drawn, named for everybody and without a complaint: %s', async (name) => {
    const { page, logs, complaints } = await openCard(name);

    // The page around the cards is the same for all of them: other tests look at it.
    expect(await axeFindings(page, `[data-card="${name}"]`)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('open and close an accordion by keyboard', async () => {
    const { card, page } = await openCard('layout-and-text');

    await card.getByRole('button', { name: 'More' }).focus();
    await page.keyboard.press('Enter');

    await card.getByText('Hidden at first').waitFor();
    await page.keyboard.press('Space');
    await expect.poll(() => card.getByText('Hidden at first').count()).toBe(0);
  });

  it('tell a card which step was pressed, and show a tooltip to the keyboard', async () => {
    const { card, page } = await openCard('figures-and-feedback');

    await card.getByRole('button', { name: 'Offer' }).click();
    await card.getByText('Pressed: step 2').waitFor();
    await card.getByRole('button', { name: 'Won' }).focus();

    expect(await page.getByRole('tooltip').isVisible()).toBe(true);
  });

  it('sort a table, turn its page and change tabs by arrow keys', async () => {
    const { card, page } = await openCard('tables-and-tabs');
    const stages = () => card.locator('tbody td:first-child').allTextContents();

    expect(await stages()).toEqual(['Lead', 'Demo', 'Offer']);
    await card.getByRole('button', { name: 'Days' }).click();
    await expect.poll(stages).toEqual(['Offer', 'Demo', 'Lead']);
    expect(await card.locator('th[aria-sort]').getAttribute('aria-sort')).toBe('descending');
    await card.getByRole('button', { name: 'Next' }).click();
    await card.getByText('Page 2').waitFor();

    await card.getByRole('tab', { name: 'Stages' }).focus();
    await page.keyboard.press('ArrowRight');
    await card.getByText('Nobody is compared here.').waitFor();
    // A title that changed in the worker reaches the tab that shows it.
    await card.getByRole('tab', { name: 'Stages 1' }).waitFor();
  });

  it('open a modal and a panel, keep the focus inside, and give it back', async () => {
    const { card, page } = await openCard('actions-and-overlays');

    await card.getByRole('button', { name: 'Snooze' }).press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Snooze the deal' });
    await dialog.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    await dialog.waitFor({ state: 'detached' });
    await card.getByText('Done: modal closed').waitFor();
    expect(await focusedText(page)).toBe('Snooze');

    await card.getByRole('button', { name: 'Details' }).click();
    await page.getByRole('dialog', { name: 'All visits' }).getByRole('button', { name: 'Enough' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });

    await card.getByRole('button', { name: 'Snooze' }).click();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('announce a card’s alert and choose from a dropdown', async () => {
    const { card, page } = await openCard('actions-and-overlays');

    await card.getByRole('button', { name: 'Alert' }).click();
    await page.getByRole('region', { name: 'Alerts' }).getByText('The task is there.').waitFor();
    await card.getByRole('button', { name: 'More actions' }).click();
    await card.getByRole('button', { name: 'Follow up' }).click();

    await card.getByText('Done: follow-up').waitFor();
  });

  it('send every kind of value as HubSpot does', async () => {
    const { card } = await openCard('fields');
    const told = (text: string) => card.getByText(`Told: ${text}`).waitFor();

    await card.getByLabel('Days').fill('12');
    await card.getByLabel('Days').blur();
    await told('days=12');
    await card.getByLabel('Until').fill('2026-01-31');
    await told('until={"year":2026,"month":0,"date":31,"formattedDate":"2026-01-31"}');
    await card.getByLabel('At', { exact: true }).fill('16:30');
    await told('at={"hours":16,"minutes":30}');
    await card.getByLabel('Stage', { exact: true }).selectOption('Offer');
    await told('stage=2');
    await card.getByRole('group', { name: 'Stages' }).getByLabel('Demo').check();
    await told('stages=[1]');
    await card.getByLabel('Sure').check();
    await told('sure=[true,"yes"]');
    await card.getByRole('switch', { name: 'Mine only' }).click();
    await told('mine=true');
    await card.getByRole('group', { name: 'Why' }).getByLabel('Legal').check();
    await told('why="legal"');
    await card.getByRole('button', { name: 'Send' }).click();
    await card.getByText('"days":"12","budget":"","seats":"","until":"2026-01-31"').waitFor();
  });

  it('never let a late echo overwrite newer text', async () => {
    const { card } = await openCard('fields');
    const field = card.getByLabel('Reason');

    for (let round = 0; round < 3; round += 1) {
      const text = `round ${round}: call legal before Friday`;
      await field.fill('');
      await field.pressSequentially(text, { delay: 15 });
      await card.getByText(`Heard: ${text}`).waitFor();
      expect(await field.inputValue()).toBe(text);
    }
  });

  it('give a chart’s figures as a table, summed by place and group in the given order', async () => {
    const { card } = await openCard('charts');
    const table = card.getByRole('table', { name: 'Days by stage' });
    await table.waitFor();

    expect(await table.locator('tr').allInnerTexts()).toEqual(['Stage\tFirst\tAgain', 'Lead\t4\t5', 'Demo\t12\t']);
    expect(await card.locator('svg.recharts-surface .recharts-bar-rectangle path').count()).toBe(3);
  });

  it('draw what the record is, and hear of its changes', async () => {
    const { card, page } = await openCard('live-properties');

    await card.getByText('Alva sees deal 1000 of portal 62515 (0-3, en-us, Europe/Berlin, live-properties)').waitFor();
    const controls = page.getByRole('region', { name: 'Preview controls' });
    await controls.getByLabel('Deal stage').selectOption('Contract sent');
    await controls.getByLabel('Amount').fill('4321');
    await controls.getByRole('button', { name: 'Save' }).click();

    await card.getByText('Stage contract, amount €4,321').waitFor();
    await card.getByText('Heard amount: 4321').waitFor();
  });
});

const focusedText = (page: Page) => page.evaluate('document.activeElement.textContent');
