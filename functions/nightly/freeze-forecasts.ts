import {
  type ForecastReport,
  type FrozenChance,
  frozenChances,
  type FrozenDay,
  frozenRecords,
  type FrozenTotal,
  shardOf,
} from '@deal-stage-insights/shared';
import * as z from 'zod/mini';
import { concurrently } from '../concurrently.ts';
import type { FrozenShard, FrozenStore, FrozenTotals, PipelineChance } from '../ports/frozen-store.ts';
import { mondayOf, plusDays } from '../rollup/calendar-days.ts';
import { RECORDS_NAME, writeRecords } from '../rollup/kept-records.ts';
import { parseModel } from '../rollup/parse-model.ts';
import type { RefreshReportsDeps } from '../rollup/refresh-reports.ts';
import { settled } from '../rollup/report-settings.ts';
import { readTonight, tonightQuestion } from './tonight.ts';

const PUTS_AT_ONCE = 16;
const MONDAYS = 31; // Half a year of those whose 30 days have passed, and five to come.
const TOTALS_DAYS = 100; // Sixty points whose horizon has passed.

export interface FreezeDeps extends RefreshReportsDeps {
  readonly frozenStore: FrozenStore;
}

/**
 * Scores what was said and has come due by now, pipeline by pipeline: chances of one day a week, totals of each day. The next
 * reports are made with it.
 */
export async function scoreFrozen(deps: FreezeDeps): Promise<void> {
  const tonight = await readTonight(deps);
  const { today, pipelines } = tonight;
  const mondays = Array.from({ length: MONDAYS }, (_, back) => plusDays(mondayOf(today), -7 * back)).toReversed();
  const days = Array.from({ length: TOTALS_DAYS }, (_, back) => plusDays(today, -back)).toReversed();
  const shards: FrozenShard[] = [];
  for (const monday of mondays) {
    for (const shard of await deps.frozenStore.readShards(monday)) shards.push(shard);
  }
  const totals = (await deps.frozenStore.readTotals(days)).toSorted((a, b) => a.at - b.at);
  if (shards.length === 0 && totals.length === 0) return;
  for (const pipeline of pipelines) {
    const question = await tonightQuestion(deps, tonight, pipeline);
    if (question === null) continue;
    const records = frozenRecords(question, {
      days: daysOf(shards, pipeline.pipelineId),
      totals: totalsOf(totals, pipeline.pipelineId),
    });
    await deps.reportStore.storeReport(pipeline.pipelineId, RECORDS_NAME, writeRecords(records));
  }
}

/** Keeps what is said today: of each open deal, one item a shard, and of each pipeline's total. What stands there stays. */
export async function freezeForecasts(deps: FreezeDeps): Promise<number> {
  const { today: day, pipelines, heads, account, settings } = await readTonight(deps);
  const at = deps.clock.now();
  const byShard = new Map<string, PipelineChance[]>();
  const totals: { pipelineId: string; said: ForecastReport['fan'][number]['total'] }[] = [];
  let said: Pick<FrozenShard, 'day' | 'at' | 'horizonDays' | 'modelVersion'> | null = null;
  for (const pipeline of pipelines) {
    const { pipelineId } = pipeline;
    const model = parseModel(await deps.reportStore.readReport(pipelineId, 'model'));
    if (model === null) continue;
    said ??= { day, at, horizonDays: model.horizonDays, modelVersion: model.modelVersion };
    const table = await deps.readVisitTable(pipelineId, heads);
    const read = settled({ table, pipeline }, settings, account.timeZone);
    for (const chance of frozenChances({ ...read, model, at })) addTo(byShard, { ...chance, pipelineId });
    totals.push({ pipelineId, said: totalIn(await deps.reportStore.readReport(pipelineId, 'forecast')) });
  }
  if (said === null) return 0;
  const head = said;
  await concurrently([...byShard], PUTS_AT_ONCE, async ([shard, chances]) => {
    await deps.frozenStore.freezeShard({ ...head, shard: Number(shard), chances });
  });
  const told = totals.flatMap(({ pipelineId, said: range }) => (range === null ? [] : [{ pipelineId, said: range }]));
  await deps.frozenStore.freezeTotals({ ...head, totals: told });
  return byShard.size;
}

function addTo(byShard: Map<string, PipelineChance[]>, chance: PipelineChance): void {
  const shard = String(shardOf(chance.dealId));
  const chances = byShard.get(shard) ?? [];
  if (chances.length === 0) byShard.set(shard, chances);
  chances.push(chance);
}

/** Shards that were frozen at one instant together; those of a day may have been frozen in two goes. */
function daysOf(shards: readonly FrozenShard[], pipelineId: string): readonly FrozenDay[] {
  const byInstant = Map.groupBy(shards, ({ at, modelVersion }) => `${at} ${modelVersion}`);
  return [...byInstant.values()].flatMap((together): FrozenDay[] => {
    const [first] = together;
    if (first === undefined) return [];
    const { day, at, horizonDays, modelVersion } = first;
    const own = together.flatMap(({ chances }) => chances.filter((each) => each.pipelineId === pipelineId));
    return own.length === 0 ? [] : [{ day, at, horizonDays, modelVersion, chances: own.map(chanceOf) }];
  });
}

function chanceOf({ pipelineId: _pipelineId, ...chance }: PipelineChance): FrozenChance {
  return chance;
}

function totalsOf(totals: readonly FrozenTotals[], pipelineId: string): readonly FrozenTotal[] {
  return totals.flatMap(({ totals: said, ...head }) =>
    said.filter((each) => each.pipelineId === pipelineId).map((each) => ({ ...head, said: each.said })),
  );
}

const rangeSchema = z.object({ mean: z.number(), p10: z.number(), p50: z.number(), p90: z.number() });
const forecastSchema = z.object({ next: z.object({ total: rangeSchema }) });

/** Null where nothing is said of the total. */
function totalIn(json: string | null) {
  const parsed = json === null ? null : forecastSchema.safeParse(JSON.parse(json));
  return parsed?.data?.next.total ?? null;
}
