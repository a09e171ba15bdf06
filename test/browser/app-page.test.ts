import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveExtensions } from '../../local/preview/server.ts';
import { axeFindings } from './support/axe.ts';
import { buildTestCards } from './support/build-test-cards.ts';
import { openPreview, type PreviewPage } from './support/preview-page.ts';
import { connectBrowser } from './support/shared-browser.ts';
import { APP_ID } from './support/preview-options.ts';
import { type Stage, startStubStage } from './support/stub-stage.ts';

const PAGE = `/app/62515/${APP_ID}`;

let browser: Browser;
let stage: Stage;
let preview: PreviewPage;

beforeAll(async () => {
  const entries = await buildTestCards('right-cards');
  stage = await startStubStage((options) => serveExtensions(options, entries));
  browser = await connectBrowser();
  preview = await openPreview(browser, stage.url + PAGE);
});
afterAll(async () => {
  await browser.close();
  await stage.close();
});

const pathNow = () => {
  const { pathname, search } = new URL(preview.page.url());
  return pathname + search;
};
const title = (name: string) => preview.page.getByRole('heading', { level: 1, name, exact: true });
const open = (address: string) => preview.page.goto(stage.url + address);

describe('an app page in the preview', () => {
  it('has HubSpot’s address, title and context, and nothing to complain about', async () => {
    const { page, logs, complaints } = preview;

    await title('All figures').waitFor();
    await page.getByText('pages of Test cards in portal 62515').waitFor();
    expect(await page.title()).toBe('All figures | Local preview, not HubSpot');
    expect(await axeFindings(page)).toEqual([]);
    expect(await logs()).toEqual([]);
    expect(complaints).toEqual([]);
  });

  it('changes with its links and its actions without a new start, and returns by the browser’s Back', async () => {
    const { page } = preview;
    await page.getByRole('button', { name: 'Count' }).click();
    await page.getByText('Pressed 1 times').waitFor();

    await page.getByRole('link', { name: 'Rep 7' }).click();
    await title('Rep 7').waitFor();
    expect(pathNow()).toBe(`${PAGE}/reps/7`);
    await page.getByRole('link', { name: 'One rep' }).click();
    await title('Rep a b').waitFor();
    await page.getByText('Period q4').waitFor();
    expect(pathNow()).toBe(`${PAGE}/reps/a%20b?period=q4`);
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'All figures' }).click();
    await page.getByRole('button', { name: 'Go to rep 8' }).click();
    await title('Rep 8').waitFor();
    await page.goBack();

    await title('All figures').waitFor();
    await page.getByText('Pressed 1 times').waitFor();
  });

  it('opens where a sent link says, as the person and in the language that the link names', async () => {
    const { page } = preview;

    await open(`${PAGE}/reps/9?period=q1&previewUser=1902&previewLocale=fr-FR`);

    await title('Rep 9').waitFor();
    await page.getByText('Period q1').waitFor();
    expect(await page.getByLabel('Act as').inputValue()).toBe('1902');
    expect(await page.getByLabel('Language and region').inputValue()).toBe('fr-FR');
  });

  it('leads to a deal’s record in the preview, and from there back and to the settings', async () => {
    const { page } = preview;
    await open(PAGE);

    await page.getByRole('link', { name: 'Deal 1000' }).click();
    await title('Order 1000').waitFor();
    const places = page.getByRole('navigation', { name: 'Places' });
    await places.getByRole('link', { name: 'App settings' }).click();
    await page.getByText('settings for Alva, without a record').waitFor();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('region', { name: 'Alerts' }).getByText('All is saved.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await places.getByRole('link', { name: 'Deal record' }).click();

    await title('Order 1000').waitFor();
  });

  it('says that a page does not exist as HubSpot’s router does', async () => {
    await open(`${PAGE}/nowhere`);

    await preview.page.getByText('This app page does not exist.').waitFor();
  });
});
