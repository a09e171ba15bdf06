import { Alert, DescriptionListItem, LoadingButton, ProgressBar, StatusTag, Text } from '@hubspot/ui-extensions';
import type { Health } from '@deal-stage-insights/shared';
import { describe, expect, it } from 'vitest';
import { AT, health } from './settings-builder.ts';
import { settingsPage } from './settings-on-a-page.tsx';

describe('the health of the connection', () => {
  it('says in a word that all is well, and shows no warning then', async () => {
    const page = settingsPage({ tab: 'health' });
    await page.waitFor(() => page.find(StatusTag));

    expect(page.find(StatusTag).text).toBe('All is well');
    expect(page.maybeFind(Alert)).toBeNull();
    expect(page.findAll(DescriptionListItem).map(({ props }) => props.label)).toContain('Deals recorded');
  });

  it('names what needs a look, and what to do about it', async () => {
    const page = settingsPage({
      tab: 'health',
      health: health({
        status: 'degraded',
        webhooks: { ...health().webhooks, state: 'never' },
        deadLetters: { count: 2, oldestAt: AT, reasons: [] },
      }),
    });
    await page.waitFor(() => page.find(Alert));

    expect(page.find(Alert).props.title).toBe('What needs a look');
    expect(page.find(Text, ({ text }) => text?.startsWith('HubSpot has never told') ?? false)).toBeDefined();
    expect(page.find(Text, ({ text }) => text?.startsWith('Some deals could not be read') ?? false)).toBeDefined();
  });

  it('shows how far the first read is', async () => {
    const backfill = {
      backfillId: 'b',
      state: 'running',
      startedAt: AT,
      finishedAt: null,
      dealsFound: 4_000,
      dealsRead: 1_000,
      waitsUntil: null,
    } as const;
    const page = settingsPage({ tab: 'health', health: health({ status: 'starting', backfill }) });
    await page.waitFor(() => page.find(ProgressBar));

    expect(page.find(ProgressBar).props).toMatchObject({ value: 25, valueDescription: '1,000 of 4,000 deals' });
  });

  it('says how long the rest of it takes at the pace so far, where there is one', async () => {
    const backfill = {
      backfillId: 'b',
      state: 'running',
      startedAt: AT - 4 * 60_000,
      finishedAt: null,
      dealsFound: 4_000,
      dealsRead: 1_000,
      waitsUntil: null,
    } as const;
    const leftOf = async (changes: Partial<NonNullable<Health['backfill']>>, locale = 'en-us') => {
      const read = health({ status: 'starting', backfill: { ...backfill, ...changes } });
      const page = settingsPage({ tab: 'health', health: read, locale });
      await page.waitFor(() => page.find(StatusTag));
      return page.findAll(Text, ({ text }) => /^(About|Encore)/.test(text ?? '')).map(({ text }) => text);
    };

    expect(await leftOf({})).toEqual(['About 12 minutes left at the pace so far.']);
    expect(await leftOf({}, 'fr')).toEqual(['Encore environ 12 minutes au rythme actuel.']);
    expect(await leftOf({ dealsRead: 3_990 })).toEqual(['About 1 minute left at the pace so far.']);
    expect(await leftOf({ dealsRead: 0 })).toEqual([]);
    expect(await leftOf({ startedAt: AT - 8 * 3_600_000 })).toEqual([]);
    expect(await leftOf({ waitsUntil: AT + 60_000 })).toEqual([]);
  });

  it('says until when the first read waits for the account’s calls', async () => {
    const backfill = {
      backfillId: 'b',
      state: 'running',
      startedAt: AT,
      finishedAt: null,
      dealsFound: 4_000,
      dealsRead: 1_000,
      waitsUntil: AT + 3_600_000,
    } as const;
    const page = settingsPage({ tab: 'health', health: health({ status: 'starting', backfill }) });
    await page.waitFor(() => page.find(ProgressBar));

    expect(page.find(Text, ({ text }) => text?.startsWith('It goes on') ?? false).text).toContain('Mar 10, 2026');
  });

  it.each([
    ['refuses the access token', { tokenRefusedAt: AT, dailyLimitAt: null }, 'HubSpot refuses the access token'],
    ['answers no more calls today', { tokenRefusedAt: null, dailyLimitAt: AT }, 'The calls that HubSpot answers'],
  ])('tells when HubSpot %s', async (_, hubspot, text) => {
    const page = settingsPage({ tab: 'health', health: health({ status: 'degraded', hubspot }) });
    await page.waitFor(() => page.find(Alert));

    expect(page.find(Text, (node) => node.text?.startsWith(text) ?? false)).toBeDefined();
  });

  it('misses nothing in the answer of an older backend', async () => {
    const { hubspot: _hubspot, ...older } = health();
    const page = settingsPage({ tab: 'health', health: older });
    await page.waitFor(() => page.find(StatusTag));

    expect(page.find(StatusTag).text).toBe('All is well');
  });

  it('gives the figures of the last comparison, both sides of it', async () => {
    const sweep = {
      day: '2026-03-10',
      startedAt: AT,
      finishedAt: AT,
      checked: 4_000,
      repaired: 3,
      missing: 1,
      atHubSpot: 3_999,
      recorded: 4_000,
    };
    const reconcile = { lastAt: AT, everyMs: 60_000, checked: 17, repaired: 2, sweep };
    const page = settingsPage({ tab: 'health', health: health({ reconcile }) });
    await page.waitFor(() => page.find(StatusTag));

    const texts = page.findAll(Text).map(({ text }) => text ?? '');
    expect(texts.find((text) => text.includes('17 checked, 2 repaired'))).toBeDefined();
    expect(texts.find((text) => text.includes('4,000 checked, 3 repaired, 1 unknown to HubSpot'))).toBeDefined();
    expect(texts).toContain('3,999 in HubSpot, 4,000 here');
  });

  it('has the account read again, and then shows how far that is', async () => {
    const backfill = {
      backfillId: 'b',
      state: 'running',
      startedAt: AT,
      finishedAt: null,
      dealsFound: 4_000,
      dealsRead: 0,
      waitsUntil: null,
    } as const;
    let now = health({ backfill: { ...backfill, state: 'done', finishedAt: AT } });
    const onBackfill = () => {
      now = health({ backfill });
      return Response.json({ backfill }, { status: 202 });
    };
    const page = settingsPage({ tab: 'health', health: () => now, onBackfill });
    await page.waitFor(() => page.find(LoadingButton));
    expect(page.find(LoadingButton).text).toBe('Read the account again');
    page.find(LoadingButton).trigger('onClick');
    await page.waitFor(() => page.find(ProgressBar));

    expect(page.sent).toEqual([{ method: 'POST', path: '/v1/backfills', body: undefined }]);
    expect(page.find(ProgressBar).props.valueDescription).toBe('0 of 4,000 deals');
    expect(page.maybeFind(LoadingButton)).toBeNull();
  });

  it('says why the account could not be read again', async () => {
    const page = settingsPage({ tab: 'health' });
    await page.waitFor(() => page.find(LoadingButton));
    page.find(LoadingButton).trigger('onClick');
    await page.waitFor(() => page.find(Alert));

    expect(page.find(Alert).props.title).toBe('The read could not be started');
  });
});
