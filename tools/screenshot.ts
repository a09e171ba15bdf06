// Writes the screenshots of the documentation: the demo portal's card and pages in the preview, drawn by the bundles that are uploaded.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { VIEWS } from '../hubspot-project/src/app/pages/views.ts';
import { createProgress } from '../local/runtime/progress.ts';
import { chooseSource } from '../local/runtime/sources/choose-source.ts';
import { ADMIN } from '../local/runtime/sources/users.ts';
import { startEverything } from '../local/runtime/start-everything.ts';
import { openPreview } from '../test/browser/support/preview-page.ts';
import { launchChromium } from '../test/support/chromium.ts';

const FOLDER = path.join(import.meta.dirname, '../docs/screenshots');
const SHOTS = [
  { file: 'deal-card.png', width: 1440 },
  { file: 'deal-card-narrow.png', width: 360 },
];
/** The card in the middle of the record; others stand beside it. */
const CARD = '[data-card=deal_insights_card]';
const SETTINGS_TABS = [
  { file: 'settings.png', tab: 'Stages', drawn: 'What the team expects of each stage' },
  { file: 'settings-health.png', tab: 'Health', drawn: 'Connection and health' },
  { file: 'settings-time.png', tab: 'Time and targets', drawn: 'Add a target' },
  { file: 'settings-actions.png', tab: 'Actions taken', drawn: 'Add an action' },
  { file: 'settings-hints.png', tab: 'Hints', drawn: 'Rules of the hints' },
  { file: 'settings-people.png', tab: 'People', drawn: 'Add a manager' },
];
/** The cards beside it, as the admin sees them, and what is there when they are drawn. */
const OTHER_CARDS = [{ file: 'team-analytics-card.png', card: 'team_analytics_card', drawn: 'See the forecast' }];
/** The app's own places, as its admin sees them; each is drawn when these words are there. */
const PLACES = [
  ...VIEWS.map(({ id }) => ({
    file: `analytics-${id}.png`,
    path: `/app/0/0/${id}`,
    tab: null,
    drawn: 'How is this computed?',
  })),
  { file: 'analytics-weekly.png', path: '/app/0/0/weekly', tab: null, drawn: 'What happened' },
  ...SETTINGS_TABS.map(({ file, tab, drawn }) => ({ file, path: '/settings/0/0', tab, drawn })),
];
/** A way with a few visits tells more than a deal of yesterday. */
const VISITS_WANTED = { from: 4, to: 7 };
/** Words to search for, one list of deals each; the deals that changed last come first. */
const LISTS = ['', 'renewal', 'launch', 'package', 'service'];

const dataDir = await mkdtemp(path.join(tmpdir(), 'screenshot-'));
const flags = { port: 0, dataDir, fresh: true, live: false, help: false, history: null };
const started = await startEverything({
  flags,
  source: await chooseSource(flags, {}),
  progress: createProgress(process.stdout, () => performance.now()),
  onFailure: (error) => console.error(error),
});
const browser = await launchChromium();
try {
  const dealId = await tellingDeal(browser, started.url);
  for (const { file, width } of SHOTS) {
    const { page, close } = await openPreview(browser, `${started.url}/?deal=${dealId}`, {
      viewport: { width, height: 900 },
    });
    await page.locator(`${CARD} table`).first().waitFor();
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: path.join(FOLDER, file), fullPage: true, animations: 'disabled' });
    console.log(`docs/screenshots/${file}: deal ${dealId}`);
    await close();
  }
  for (const { file, card, drawn } of OTHER_CARDS) {
    const address = `${started.url}/?deal=${dealId}&card=${card}&previewUser=${ADMIN.userId}`;
    const { page, close } = await openPreview(browser, address, { viewport: { width: 1440, height: 900 } });
    await page.getByText(drawn).first().waitFor();
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: path.join(FOLDER, file), fullPage: true, animations: 'disabled' });
    console.log(`docs/screenshots/${file}`);
    await close();
  }
  for (const { file, path: address, tab, drawn } of PLACES) {
    const { page, close } = await openPreview(browser, `${started.url}${address}?previewUser=${ADMIN.userId}`, {
      viewport: { width: 1440, height: 900 },
    });
    if (tab !== null) await page.getByRole('tab', { name: tab }).click();
    await page.getByText(drawn).first().waitFor();
    await page.evaluate('document.fonts.ready');
    await page.screenshot({ path: path.join(FOLDER, file), fullPage: true, animations: 'disabled' });
    console.log(`docs/screenshots/${file}`);
    await close();
  }
} finally {
  await browser.close();
  await started.close();
  await rm(dataDir, { recursive: true, force: true });
}

/** The first deal of the lists that lies in its stage for days, after a way of the wanted length. */
async function tellingDeal(inBrowser: Browser, url: string): Promise<string> {
  for (const words of LISTS) {
    const deals: unknown = await (await fetch(`${url}/preview/record/deals?query=${words}`)).json();
    const ids = Array.isArray(deals) ? deals.map((deal) => String(Reflect.get(Object(deal), 'dealId'))) : [];
    for (const dealId of ids) if (await isTelling(inBrowser, `${url}/?deal=${dealId}`)) return dealId;
  }
  throw new Error('No deal of the demo portal is worth a picture: look at LISTS and VISITS_WANTED.');
}

async function isTelling(inBrowser: Browser, address: string): Promise<boolean> {
  const { page, close } = await openPreview(inBrowser, address);
  await page.locator(`${CARD} h3`).first().waitFor();
  const headline = await page.locator(`${CARD} h3`).first().innerText();
  // The first table is the deal's own way; similar deals stand in another.
  const visits = await page.locator(`${CARD} .table`).first().locator('tbody tr').count();
  await close();
  return / for \d+ days/.test(headline) && visits >= VISITS_WANTED.from && visits <= VISITS_WANTED.to;
}
