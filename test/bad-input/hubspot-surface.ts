import { hubspotDealSource } from '../../functions/adapters/hubspot/deal-source.ts';
import { AppError } from '../../functions/errors.ts';
import { recordDeals } from '../../functions/record-deals.ts';
import { foldShard, pipelineIndex, shardOf } from '@deal-stage-insights/shared';
import { aPortal, aSeedDeal } from '../local/hubspot-simulator/small-portal.ts';
import { fakeDealStore, fakeQueues, fakeSecrets } from '../support/fakes.ts';
import { sharedTime } from '../support/shared-time.ts';
import { virtualTime } from '../support/virtual-time.ts';
import { installVirtualHubSpot } from '../support/virtual-hubspot.ts';
import type { Surface } from './finding.ts';
import { mutatedJson, mutatedText, NASTY_TEXTS, pick, type Random, randomOf } from './nasty.ts';

const ALWAYS = { from: 0, to: 4_102_444_800_000 };
const STATUSES = [200, 200, 200, 200, 200, 200, 207, 204, 400, 401, 403, 404, 414, 423, 429, 477, 500, 502, 503, 524];

type Source = ReturnType<typeof hubspotDealSource>;
const CALLS: readonly ((source: Source) => Promise<unknown>)[] = [
  (source) => source.readDeals(['1', '2', '404']),
  (source) => source.searchCreated(ALWAYS, null),
  (source) => source.searchModified(ALWAYS, '1'),
  (source) => source.readPipelines(),
  (source) => source.readPeople(),
  (source) => source.readAccount(),
];

/** HubSpot's true answers, broken in every way: what comes of it is a read that can be kept, or a failure in our words. */
export async function hubspotSurface(): Promise<Surface & { close(): void }> {
  const answers = await trueAnswers();
  const index = pipelineIndex(
    await sourceIn(virtualTime())
      .readPipelines()
      .catch(() => []),
  );
  const realFetch = globalThis.fetch;
  return {
    name: "HubSpot's answers",
    async feed(nth) {
      const random = randomOf(nth);
      const place = Math.floor(random() * CALLS.length);
      globalThis.fetch = async () => brokenAnswer(random, nth, answers[place] ?? '');
      const source = sourceIn(virtualTime());
      try {
        await CALLS[place]?.(source);
        if (place === 0) await expectKept(await source.readDeals(['1', '2', '404']), index);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      } finally {
        globalThis.fetch = realFetch;
      }
    },
    close: () => void (globalThis.fetch = realFetch),
  };
}

/** Whatever was read can be joined, stored, read back and folded. */
async function expectKept(
  reads: Parameters<typeof recordDeals>[1],
  index: Parameters<typeof foldShard>[1],
): Promise<void> {
  const store = fakeDealStore();
  await recordDeals({ store, rollupQueue: fakeQueues() }, reads);
  for (const { dealId } of reads) foldShard(await store.readShard(shardOf(dealId)), index);
}

function brokenAnswer(random: Random, nth: number, valid: string): Response {
  const status = pick(random, STATUSES);
  const headers = random() < 0.1 ? { 'retry-after': '1e99', 'x-hubspot-ratelimit-max': 'NaN' } : {};
  if (status === 204) return new Response(null, { status, headers });
  return new Response(bodyOf(random, nth, valid), { status, headers });
}

function bodyOf(random: Random, nth: number, valid: string): string {
  if (nth < NASTY_TEXTS.length) return NASTY_TEXTS[nth] ?? '';
  if (random() < 0.1) return pick(random, NASTY_TEXTS);
  if (random() < 0.2) return mutatedText(random, valid);
  return JSON.stringify(mutatedJson(random, JSON.parse(valid))) ?? '';
}

const sourceIn = (timing: ReturnType<typeof virtualTime>): Source =>
  hubspotDealSource({
    baseUrl: 'https://api.hubapi.com',
    secrets: fakeSecrets({ accessToken: 'a-token', clientSecrets: [] }),
    timing,
    manners: { retryForMs: 3_000, rateShare: 1, dailyReserve: 0 },
  });

/** What the simulator answers to each call. */
async function trueAnswers(): Promise<readonly string[]> {
  const time = sharedTime();
  const seed = aPortal([aSeedDeal('1'), aSeedDeal('2'), aSeedDeal('3')]);
  const hubspot = installVirtualHubSpot({ seed, time, accessToken: 'a-token', latencyMs: 0 });
  const answering = globalThis.fetch;
  const texts: string[] = [];
  globalThis.fetch = async (input, init) => {
    const response = await answering(input, init);
    texts.push(await response.clone().text());
    return response;
  };
  const source = sourceIn({ ...time, waits: [] });
  const firsts: string[] = [];
  const ask = async (): Promise<void> => {
    for (const call of CALLS) {
      texts.length = 0;
      await call(source);
      firsts.push(texts[0] ?? '');
    }
  };
  await time.run(ask()).finally(() => hubspot.close());
  return firsts;
}
