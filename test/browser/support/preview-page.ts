import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

interface LogLine {
  readonly level: string;
  readonly source: string;
  readonly message: string;
}

export interface PreviewPage {
  readonly page: Page;
  /** What the page's own log holds. */
  readonly logs: () => Promise<readonly LogLine[]>;
  /** What the browser's console and the page itself complained about. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens the preview as a person would, in a browser that moves nothing and always has the same clock and words. */
export async function openPreview(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<PreviewPage> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 1000 },
    reducedMotion: 'reduce',
    locale: 'en-US',
    timezoneId: 'Europe/Berlin',
    ...options,
  });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(url);
  return {
    page,
    complaints,
    logs: () => page.evaluate(() => Reflect.get(globalThis, '__logs')),
    close: () => context.close(),
  };
}
