import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveExtensions } from '../../local/preview/server.ts';
import { bringToFront } from './support/bring-to-front.ts';
import { buildTestCards } from './support/build-test-cards.ts';
import { openPreview, type PreviewPage } from './support/preview-page.ts';
import { connectBrowser } from './support/shared-browser.ts';
import type { StubBackend } from './support/stub-backend.ts';
import { type Stage, startStubStage } from './support/stub-stage.ts';

interface WrongCard {
  readonly card: string;
  /** What the log must say. */
  readonly says: string;
  /** Wrong only when its button is pressed. */
  readonly press?: true;
}

const WRONG_CARDS: readonly WrongCard[] = [
  { card: 'html-tag', says: '<div> is HTML' },
  { card: 'native-fetch', says: 'use hubspot.fetch()' },
  { card: 'xml-http-request', says: 'use hubspot.fetch()' },
  { card: 'web-socket', says: 'no sockets' },
  { card: 'import-scripts', says: 'import at the top of the file' },
  { card: 'global-listener', says: 'use the components’ own on… props' },
  { card: 'window', says: 'window is not defined. HubSpot' },
  { card: 'document', says: 'a card has no page' },
  { card: 'local-storage', says: 'the sandbox stores nothing' },
  { card: 'indexed-db', says: 'the sandbox stores nothing' },
  { card: 'navigator', says: 'has the user’s locale' },
  { card: 'location', says: 'says where the card is' },
  { card: 'environment', says: 'use context.variables' },
  { card: 'react-dom', says: 'cards do not import react-dom' },
  { card: 'never-registers', says: 'never called hubspot.extend()' },
  { card: 'element-in-prop', says: 'only children (and overlay) may be elements' },
  { card: 'promise-in-prop', says: 'number is a promise' },
  { card: 'later-promise-in-prop', says: 'number is a promise' },
  { card: 'instance-in-prop', says: 'data[0] is an instance of' },
  { card: 'circular-prop', says: 'data[0].self contains itself' },
  { card: 'function-as-data', says: "'number' is a function where HubSpot expects data" },
  { card: 'unknown-component', says: 'does not draw CrmReport' },
  { card: 'unknown-prop', says: "Flex has no prop 'style'" },
  { card: 'missing-prop', says: "AutoGrid needs the prop 'columnWidth'" },
  { card: 'two-overlays', says: 'overlay[0] is an element' },
  { card: 'fragment-as-overlay', says: "Button: 'overlay' holds 2 elements" },
  { card: 'crash', says: 'The card crashed. RangeError: no such stage' },
  { card: 'event-target', says: "reading 'value'", press: true },
  { card: 'prevent-default', says: 'preventDefault is not a function', press: true },
  { card: 'element-ref', says: 'focus is not a function', press: true },
  { card: 'action-result-at-once', says: "reading 'toUpperCase'" },
  { card: 'unserved-hook', says: 'useCrmSearch() is not part of this preview' },
  { card: 'forbidden-url', says: 'https://elsewhere.example.com is not permitted' },
  { card: 'foreign-header', says: "Only 'Authorization' header is allowed from hubspot.fetch(), not 'x-api-key'" },
  { card: 'two-headers', says: "Only 'Authorization' header is allowed" },
  { card: 'text-body', says: 'The body of hubspot.fetch() must be an object' },
  { card: 'list-body', says: 'The body of hubspot.fetch() must be an object' },
  { card: 'claimed-identity', says: 'HubSpot adds userId to the URL' },
  { card: 'large-answer', says: "The app's answer is larger than 1 MB" },
  { card: 'slow-backend', says: 'Gateway took too long to respond (60 ms)' },
  { card: 'too-many-calls', says: 'More than 20 requests at the same time' },
  { card: 'failing-backend', says: 'answered 503, also when it was asked once more' },
  { card: 'node-import', says: 'node:crypto is Node' },
];

describe('the preview refuses, as HubSpot does,', () => {
  let browser: Browser;
  let stage: Stage & { readonly backend: StubBackend };
  let preview: PreviewPage;

  beforeAll(async () => {
    const wrongCards = await buildTestCards('wrong-cards');
    expect(wrongCards.entries.map(({ uid }) => uid)).toEqual(WRONG_CARDS.map(({ card }) => card).toSorted());
    stage = await startStubStage((options) => serveExtensions(options, wrongCards));
    stage.backend.answer = ({ url }) => {
      const { pathname } = new URL(url, 'http://backend');
      if (pathname === '/large') return { body: { text: 'x'.repeat(1_000_001) } };
      if (pathname === '/slow') return { after: new Promise(() => undefined) };
      return pathname === '/failing' ? { status: 503, body: { code: 'internal' } } : {};
    };
    browser = await connectBrowser();
    preview = await openPreview(browser, `${stage.url}/?deal=1000`);
  });
  afterAll(async () => {
    await browser.close();
    await stage.close();
  });

  it.each(WRONG_CARDS)('the card $card', async ({ card, says, press }) => {
    const { page, logs } = preview;
    await bringToFront(page, card);
    if (press === true) await page.getByRole('button', { name: 'Press' }).click();

    const troubles = async () =>
      (await logs())
        .filter(({ level, source }) => ['error', 'warn'].includes(level) && [card, 'host'].includes(source))
        .map(({ message }) => message);
    await expect.poll(async () => (await troubles()).join('\n'), { timeout: 10_000 }).toContain(says);
  });

  it.each([
    ['unknown-component', 'does not draw CrmReport'],
    ['unknown-prop', "Flex has no prop 'style'"],
    ['missing-prop', "AutoGrid needs the prop 'columnWidth'"],
  ])('where everybody sees it: %s', async (card, says) => {
    const { page } = preview;
    await bringToFront(page, card);

    await page.locator(`[data-card="${card}"] .refusal`, { hasText: says }).waitFor();
  });

  it('a POST to a failing backend only after it was asked twice', () => {
    const asked = stage.backend.received.filter(({ url }) => url.startsWith('/failing'));

    expect(asked.map(({ method }) => method)).toEqual(['POST', 'POST']);
  });
});
