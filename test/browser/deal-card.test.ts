import type { DealInsights } from '@deal-stage-insights/shared';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { dealInsights } from '../hubspot-project/cards/insights-builder.ts';
import { axeFindings } from './support/axe.ts';
import { openPreview } from './support/preview-page.ts';
import { connectBrowser } from './support/shared-browser.ts';
import type { StubBackend } from './support/stub-backend.ts';
import { type Stage, startStubStage } from './support/stub-stage.ts';

let browser: Browser;
let stage: Stage & { readonly backend: StubBackend };

beforeAll(async () => {
  stage = await startStubStage();
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});
beforeEach(() => {
  stage.backend.received.length = 0;
  stage.backend.answer = ({ url }) =>
    url.includes('/v1/definitions/') ? { body: DEFINITIONS } : { body: dealInsights() };
});

const DEFINITIONS = { report: 'deal', answers: [{ en: 'By counting visits.', fr: 'En comptant les passages.' }] };

async function openDeal(options: Parameters<typeof openPreview>[2] = {}, dealId = '1000') {
  const preview = await openPreview(browser, `${stage.url}/?deal=${dealId}`, options);
  onTestFinished(preview.close);
  const card = preview.page.locator('[data-card=deal_insights_card]');
  return { ...preview, card };
}

/** Both cards of the record start a worker of their own for a new person or deal. */
const POLLING = { timeout: 10_000 };

const moving = (overrides: Partial<DealInsights>) => ({ body: dealInsights(overrides) });

describe('the deal card, as HubSpot’s builder makes it, in the preview', () => {
  it('asks the backend with a signature that it accepts, as the person who looks', async () => {
    const { card } = await openDeal();

    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();
    const [request] = stage.backend.received;
    const query = new URLSearchParams(request?.url.split('?')[1]);
    expect(request?.verdict).toEqual({ ok: true });
    expect(request?.url).toContain('/v1/deals/1000/insights?');
    expect(Object.fromEntries(query)).toMatchObject({
      pipeline: 'default',
      userId: '1901',
      userEmail: 'alva@example.com',
      portalId: '62515',
      appId: '54321',
    });
  });

  it('is drawn with nothing to complain about: not for axe, not in the page’s log, not in the console', async () => {
    const { page, card, logs, complaints } = await openDeal();

    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();

    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each([360, 1440])('fits a page %i px wide: nothing is cut off or scrolls sideways', async (width) => {
    const { page, card } = await openDeal({ viewport: { width, height: 800 } });

    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();
    await card.getByRole('button', { name: 'How is this computed?' }).click();

    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('can be used by keyboard alone, from the tab to the small print', async () => {
    const { page, card } = await openDeal();
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();

    await page.getByRole('tab', { name: 'Stage insights' }).focus();
    const reached: unknown[] = [];
    for (let press = 0; press < 3; press += 1) {
      await page.keyboard.press('Tab');
      reached.push(await page.evaluate('document.activeElement.textContent'));
    }
    await card.getByRole('button', { name: 'How is this computed?' }).press('Enter');

    expect(reached).toEqual(expect.arrayContaining([expect.stringContaining('How is this computed?')]));
    await card.getByRole('listitem').first().waitFor();
  });

  it('says the deal’s new stage after a move on the page, without a reload', async () => {
    const { page, card } = await openDeal({}, '1001');
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();
    const controls = page.getByRole('region', { name: 'Preview controls' });

    stage.backend.answer = () => moving({ stage: { ...dealInsights().stage, label: 'Contract sent' } });
    await controls.getByLabel('Deal stage').selectOption('Contract sent');
    await controls.getByRole('button', { name: 'Save' }).click();

    await card.getByRole('heading', { name: 'In Contract sent for 23 days' }).waitFor();
    const asked = stage.backend.received.map(({ url }) => new URLSearchParams(url.split('?')[1]).get('stage'));
    expect(asked.at(-1)).toBe('contract');
  });

  it('keeps the old figures, with a warning, when the backend fails', async () => {
    const { page, card } = await openDeal();
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();

    await page
      .getByRole('region', { name: 'Preview controls' })
      .getByLabel('Next call')
      .selectOption('fails, also repeated');
    await card.getByRole('button', { name: 'Refresh' }).click();

    await card.locator('.alert-warning').waitFor();
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();
  });

  it('sees nothing of a failure that HubSpot’s repeat mends', async () => {
    const { page, card, logs } = await openDeal();
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();
    const asked = 2; // Each of the record's cards once; the other may not have come that far yet.
    await expect.poll(() => stage.backend.received.length, POLLING).toBe(asked);

    await page
      .getByRole('region', { name: 'Preview controls' })
      .getByLabel('Next call')
      .selectOption('fails once, is repeated');
    await card.getByRole('button', { name: 'Refresh' }).click();

    await expect.poll(() => stage.backend.received.length, POLLING).toBe(asked + 1);
    await card.getByRole('button', { name: 'Refresh' }).waitFor();
    expect(await card.locator('.alert-warning').count()).toBe(0);
    expect(await logs()).toEqual([]);
  });

  it('speaks as the person and the region that the panel chooses', async () => {
    const { page, card } = await openDeal();
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();

    await page
      .getByRole('region', { name: 'Preview controls' })
      .getByLabel('Act as')
      .selectOption('Milo Manager (manager)');

    await expect
      .poll(() => stage.backend.received.at(-1)?.url, POLLING)
      .toContain('userId=1902&portalId=62515&userEmail=milo%40example.com');
  });

  it('shows the deal that is chosen from the list, and keeps it in the address', async () => {
    const { page, card } = await openDeal();
    await card.getByRole('heading', { name: 'In Proposal for 23 days' }).waitFor();

    await page.getByLabel('Find by name or id').fill('Order 1033');
    await page.getByRole('button', { name: 'Order 1033' }).click();

    await page.getByRole('heading', { level: 1, name: 'Order 1033' }).waitFor();
    expect(page.url()).toContain('deal=1033');
    await expect.poll(() => stage.backend.received.at(-1)?.url, POLLING).toContain('/v1/deals/1033/insights');
  });
});
