import { type DealInsights, parseDealInsights } from '@deal-stage-insights/shared';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { axeFindings } from './support/axe.ts';
import { MANAGER } from './support/preview-options.ts';
import { openPreview } from './support/preview-page.ts';
import { connectBrowser } from './support/shared-browser.ts';
import { startRealStage } from './support/real-stage.ts';

let browser: Browser;
let stage: Awaited<ReturnType<typeof startRealStage>>;

beforeAll(async () => {
  stage = await startRealStage();
  browser = await connectBrowser();
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

/** The API's answer for a deal, asked as the card asks: through HubSpot's proxy. */
async function insightsOf(dealId: string): Promise<DealInsights> {
  const response = await fetch(`${stage.url}/api/crm-extensibility/execution/internal/v3/proxy`, {
    method: 'POST',
    headers: { 'x-preview-user': '1901' },
    body: JSON.stringify({
      requestUri: `https://insights.example.com/v1/deals/${dealId}/insights`,
      method: 'GET',
    }),
  });
  return parseDealInsights(Reflect.get(Object(await response.json()), 'responseBody'));
}

/** Open deals of the portal, the one that changed last first. */
async function openDealIds(): Promise<readonly string[]> {
  const deals: unknown = await (await fetch(`${stage.url}/preview/record/deals?query=`)).json();
  return Array.isArray(deals) ? deals.map((deal) => String(Reflect.get(Object(deal), 'dealId'))) : [];
}

async function openDeal(dealId: string) {
  const preview = await openPreview(browser, `${stage.url}/?deal=${dealId}`);
  onTestFinished(preview.close);
  const card = preview.page.locator('[data-card=deal_insights_card]');
  await card.getByRole('heading', { name: 'Time in this stage' }).waitFor();
  return { ...preview, card };
}

const percent = (rate: number) => `${Math.round(rate * 100)}%`;

describe('the whole product on this machine', () => {
  it('shows on the card the figures that the API gives', async () => {
    const [dealId = ''] = await openDealIds();
    const { page, card, logs, complaints } = await openDeal(dealId);
    const { stage: at, usual, winProbability, visits } = await insightsOf(dealId);

    const text = await card.innerText();
    expect(text).toContain(`In ${at.label} for`);
    if (usual === null || winProbability?.withinHorizon.kind !== 'estimate')
      throw new Error('The portal is too small.');
    expect(text).toContain(`${usual.visits} visits`);
    expect(text).toContain(percent(winProbability.withinHorizon.value));
    expect(text).toContain(percent(winProbability.typed ?? Number.NaN));
    const way = card.locator('.table', { has: page.getByRole('columnheader', { name: 'Stayed' }) });
    expect(await way.locator('tbody tr').count()).toBe(Math.min(visits.length, 8));
    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
    expect(stage.failures).toEqual([]);
  });

  it('takes a move on the page through webhook, queue and records onto the card', async () => {
    const [, dealId = ''] = await openDealIds();
    const { page, card } = await openDeal(dealId);
    const controls = page.getByRole('region', { name: 'Preview controls' });

    await controls.getByLabel('Deal stage').selectOption('Contract sent');
    await controls.getByRole('button', { name: 'Save' }).click();

    await card.getByRole('heading', { name: /^In Contract sent for/ }).waitFor({ timeout: 10_000 });
    expect((await insightsOf(dealId)).stage.stageId).toBe('contract');
  });

  it('hands out a report as a file by a link of its own, and the week on a sheet for paper', async () => {
    const preview = await openPreview(browser, `${stage.url}/app/1/2/stages?previewUser=${MANAGER.userId}`);
    onTestFinished(preview.close);
    const { page } = preview;
    await page.getByRole('button', { name: 'Export as CSV' }).click();
    const link = page.getByRole('link', { name: 'Download: stages', exact: false }).first();
    const file = await fetch(new URL((await link.getAttribute('href')) ?? '', stage.url));

    expect(file.status).toBe(200);
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect((await file.text()).split('\n').length).toBeGreaterThan(2);

    await page.getByRole('link', { name: 'Weekly summary' }).click();
    await page.getByRole('heading', { name: 'What happened' }).waitFor();
    expect(await page.getByRole('link', { name: 'Stages', exact: true }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });

  it('takes a template over into the settings, and saves nothing by that', async () => {
    const preview = await openPreview(browser, `${stage.url}/settings/1/2?previewUser=${MANAGER.userId}`);
    onTestFinished(preview.close);
    const { page } = preview;
    await page.getByRole('tab', { name: 'Stages' }).click();
    await page.getByLabel('Template').selectOption({ index: 1 });
    await page.getByRole('button', { name: 'Take it over' }).click();
    await page.getByText('Taken over, not saved yet').waitFor();

    await expect.poll(() => page.getByRole('button', { name: 'Save', disabled: false }).count()).toBeGreaterThan(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(preview.complaints).toEqual([]);
  });
});
