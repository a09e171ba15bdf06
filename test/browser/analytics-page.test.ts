import { DEFAULT_SETTINGS } from '@deal-stage-insights/shared';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dealsPage } from '../hubspot-project/pages/deals-builder.ts';
import { overviewReport } from '../hubspot-project/pages/overview-builder.ts';
import { pipelineList, stagesReport } from '../hubspot-project/pages/stages-builder.ts';
import { health, section } from '../hubspot-project/settings/settings-builder.ts';
import { axeFindings } from './support/axe.ts';
import { APP_ID, MANAGER } from './support/preview-options.ts';
import { openPreview, type PreviewPage } from './support/preview-page.ts';
import { connectBrowser } from './support/shared-browser.ts';
import type { StubBackend } from './support/stub-backend.ts';
import { type Stage, startStubStage } from './support/stub-stage.ts';

const PAGE = `/app/62515/${APP_ID}`;
const AS_MANAGER = `previewUser=${MANAGER.userId}`;

let browser: Browser;
let stage: Stage & { readonly backend: StubBackend };
let preview: PreviewPage;

beforeAll(async () => {
  stage = await startStubStage();
  stage.backend.answer = ({ url }) => {
    const { pathname } = new URL(url, 'http://backend');
    const [, name = ''] = /^\/v1\/settings\/(\w+)$/.exec(pathname) ?? [];
    const value = Object.entries(DEFAULT_SETTINGS).find(([known]) => known === name)?.[1];
    if (value !== undefined) return { body: section(name, value) };
    if (pathname === '/v1/pipelines') return { body: pipelineList };
    if (pathname.startsWith('/v1/definitions/'))
      return { body: { report: 'overview', answers: [{ en: 'By counting.', fr: 'En comptant.' }] } };
    if (pathname.endsWith('/stages')) return { body: stagesReport() };
    if (pathname.endsWith('/overview')) return { body: overviewReport() };
    if (pathname.endsWith('/deals')) return { body: dealsPage() };
    if (pathname === '/v1/health') return { body: health() };
    return { status: 403, body: { code: 'forbidden', instance: 'request-1' } };
  };
  browser = await connectBrowser();
  preview = await openPreview(browser, `${stage.url}${PAGE}?${AS_MANAGER}`);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const title = (name: string) => preview.page.getByRole('heading', { level: 1, name, exact: true });

describe('the analytics page, as HubSpot’s builder makes it, in the preview', () => {
  it('opens with figures, and with nothing to complain about', async () => {
    const { page, logs, complaints } = preview;

    await page.getByText('Clearly more than before: Value won.').waitFor();

    await page.getByRole('button', { name: 'How is this computed?' }).click();
    await page.getByText('By counting.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
    expect(stage.backend.received.every(({ verdict }) => verdict.ok)).toBe(true);
  });

  it('leads by keyboard from a figure to the deals behind it, and back', async () => {
    const { page, logs } = preview;
    await page.getByRole('button', { name: 'Show the deals' }).first().focus();
    await page.keyboard.press('Enter');

    const panel = page.getByRole('dialog', { name: 'New deals' });
    await panel.getByRole('link', { name: 'Harbour rollout' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
  });

  it('sorts its tables', async () => {
    const { page } = preview;
    await page.getByRole('link', { name: 'Stages', exact: true }).click();
    await page.getByText('Deals stay longest in Proposal').waitFor();
    const firstStage = () => page.getByRole('table').last().locator('tbody tr').first().innerText();
    await page.getByRole('button', { name: /^Half end within/ }).click();
    await page.locator('th[aria-sort=ascending]').waitFor(); // The click goes to the worker and comes back.
    await expect.poll(firstStage).toContain('Discovery');
    await page.getByRole('button', { name: /^Half end within/ }).click();

    await expect.poll(firstStage).toContain('Proposal');
  });

  it('goes to other views and pipelines by address, without losing what was chosen', async () => {
    const { page } = preview;
    await page.getByLabel('Pipeline', { exact: true }).selectOption({ label: 'Renewals' });
    await page.waitForURL(/pipeline=77/);
    await page.getByRole('link', { name: 'Flow', exact: true }).click();
    await title('Flow').waitFor();
    await page.getByText('Not shown to you').waitFor();
    await page.getByLabel('Period').selectOption({ label: 'Last 30 days' });

    await page.waitForURL(/from=2026-/);
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get('pipeline')]).toEqual([`${PAGE}/flow`, '77']);
    await expect.poll(() => stage.backend.received.at(-1)?.url).toContain('/v1/pipelines/77/flow?from=2026-');
  });

  it.each([360, 1440])('fits %i px in French: only tables scroll sideways', async (width) => {
    const { page } = preview;
    await page.setViewportSize({ width, height: 900 });

    await page.goto(`${stage.url}${PAGE}/stages?${AS_MANAGER}&previewLocale=fr-FR`);

    await title('Phases').waitFor();
    await page.getByText('C’est dans Proposal que les transactions restent').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width);
  });
});

describe('the gallery of the preview', () => {
  it('draws every component in use with nothing to complain about, at 360 px too', async () => {
    const { page, logs, complaints } = preview;
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto(`${stage.url}/gallery`);
    const families = page.locator('[data-card]');
    await families.first().waitFor();
    await expect.poll(() => page.locator('[data-state=drawn]').count()).toBe(await families.count());

    expect(await families.count()).toBeGreaterThan(5);
    expect(await page.locator('.refusal').count()).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
  });
});

describe('the settings page', () => {
  it('is drawn with nothing to complain about, and offers to save only what was changed', async () => {
    const { page, logs, complaints } = preview;
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(`${stage.url}/settings/62515/${APP_ID}?${AS_MANAGER}&previewLocale=en-US`);
    await page.getByText('All is well').waitFor();
    await page.getByRole('tab', { name: 'People' }).click();
    const save = page.getByRole('button', { name: 'Save', exact: true });
    await save.nth(1).waitFor();

    expect(await save.first().isDisabled()).toBe(true);
    await page.getByLabel('A deal’s insights are shown to').selectOption({ label: 'The owner and managers' });
    await expect.poll(() => save.first().isEnabled()).toBe(true); // The choice goes to the worker and comes back.
    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it.each(['Stages', 'Time and targets', 'Deals', 'Hints', 'Erase'])('has nothing wrong in its tab %s', async (tab) => {
    const { page, logs, complaints } = preview;
    await page.getByRole('tab', { name: tab }).click();
    await page
      .getByRole('button', { name: /^(Save|Go on)$/ })
      .last()
      .waitFor();

    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('fits 360 px in French, and says beside a field what is wrong with it', async () => {
    const { page } = preview;
    await page.setViewportSize({ width: 360, height: 900 });
    await page.goto(`${stage.url}/settings/62515/${APP_ID}?${AS_MANAGER}&previewLocale=fr-FR`);
    await page.getByRole('tab', { name: 'Temps et objectifs' }).click();

    await page.getByLabel('Lundi').fill('toute la journée');

    await page.getByText('Des heures comme 09:00-17:00').waitFor();
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });
});
