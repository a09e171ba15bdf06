import {
  bottlenecks,
  buildPipelineModel,
  type CalendarPeriod,
  chanceVersions,
  coachingFigures,
  DAY_MS,
  flow,
  kaplanMeier,
  openRevenue,
  overviewReport,
  type PipelineModel,
  type PipelineView,
  repComparison,
  revenueDraws,
  revenueQuantiles,
  seededRandom,
  sourcesReport,
  survivalQuantile,
  typedAgainstMeasured,
  velocity,
  type VisitTable,
  wilsonInterval,
  winAt,
} from '@deal-stage-insights/shared';
import { day } from './builders.ts';
import type { Held } from './held.ts';
import { actionsInVain } from './known-actions.ts';
import { questionOf } from './report-question-of.ts';
import { PLAIN, periodsOf, simulatedDeals, type TrueDeals, twoStages } from './simulated-deals.ts';
import { DEALS, HISTORY_DAYS, HORIZON_DAYS, type KnownTable, simulatedPortal } from './simulated-portal.ts';

/** Of PLAIN: a quarter of all deals is won; times are exponential, so that age changes nothing. */
const TRUE_WITHIN = { demo: 0.25 * (1 - (15 * Math.exp(-2) - 10 * Math.exp(-3)) / 5), offer: 0.5 * (1 - Math.exp(-2)) };

/** The intervals of a portal in which nothing but PLAIN happens, against what is true. */
export function intervalsOf(seed: number): Held {
  const table = simulatedPortal(seed, PLAIN);
  const asOf = day(HISTORY_DAYS);
  const model = modelOf(table, asOf);
  const [demo, offer] = ['demo', 'offer'].map((id) => model.stages.find(({ stageId }) => stageId === id));
  if (demo === undefined || offer === undefined) throw new Error('Both stages were visited.');
  const chances = (stageId: 'demo' | 'offer', ageDays: number) => winAt(model, stageId, ageDays * DAY_MS);
  return {
    'median dwell': holds(demo.dwell.median, 10 * Math.LN2),
    'p90 dwell': holds(offer.dwell.p90, 15 * Math.log(10)),
    'advance share': holds(demo.advanceShare, 0.5),
    'loss share': holds(offer.lossShare, 0.5),
    'win within 30 days, new': holds(chances('demo', 0)?.withinHorizon, TRUE_WITHIN.demo),
    'win within 30 days, later stage': holds(chances('offer', 0)?.withinHorizon, TRUE_WITHIN.offer),
    'win within 30 days, of some age': holds(chances('offer', 12)?.withinHorizon, TRUE_WITHIN.offer),
    'win ever': holds(chances('offer', 0)?.ever, 0.5),
    'change of velocity': changeHeld(table, asOf),
    ...inFourOfFive(model, table, asOf),
    'revenue of open deals (80 %)': forecastHeld(model, table),
  };
}

/** Verdicts of a portal in which nothing happens, as true (nothing said) or false; null: insufficient. */
export function falseVerdicts(seed: number): Held {
  const table = simulatedPortal(seed, PLAIN);
  const pipeline = twoStages({ demo: 0.25, offer: 0.5 });
  const told = Object.entries({ ...verdictsOf(table, pipeline), ...comparisonsOf(table, pipeline) });
  return {
    ...Object.fromEntries(told.map(([name, verdict]) => [name, isSaid(verdict)])),
    ...rulesThatSpeak(table, pipeline),
    ...recordVerdicts(seed),
    ...actionsInVain(table, pipeline),
  };
}

/** A quarter of the deals wait long and are lost, and a fifth of the offers go back: then as now. */
const FAULTY: TrueDeals['way'] = (stageId, onDay, owner) => {
  if (stageId === 'demo' && owner === 0) return { to: { offer: 0.05, lost: 0.95 }, meanDays: 50 };
  if (stageId === 'offer') return { to: { won: 0.4, lost: 0.4, demo: 0.2 }, meanDays: 15 };
  return PLAIN(stageId, onDay, owner);
};

/** What is stalled, and the score of the records, of two quarters that are alike. */
function recordVerdicts(seed: number): Held {
  const table = simulatedDeals({ seed, deals: DEALS, days: HISTORY_DAYS, owners: 4, way: FAULTY });
  const asOf = day(HISTORY_DAYS);
  const [previous, period] = quartersUpTo(asOf);
  const question = questionOf(table, twoStages(), asOf);
  const { recordFigures } = overviewReport({ ...question, calendar: { ...question.calendar, previous, period } });
  return Object.fromEntries(
    (recordFigures ?? []).map(({ figure, change }) => [`overview of ${figure}`, isSaid(change.verdict)]),
  );
}

function isSaid(verdict: string): boolean | null {
  if (verdict === 'insufficient') return null;
  return !['no-clear-change', 'not-distinguishable', 'no-clear-trend'].includes(verdict);
}

/** Lead sources against the others, and the figures of two quarters against each other. */
function comparisonsOf(table: KnownTable, pipeline: PipelineView): Readonly<Record<string, string>> {
  const asOf = day(HISTORY_DAYS);
  const [previous, period] = quartersUpTo(asOf);
  const question = questionOf(table, pipeline, asOf);
  const asked = { ...question, calendar: { ...question.calendar, previous, period } };
  return Object.fromEntries([
    ...sourcesReport(asked).sources.flatMap(({ source, stages }) =>
      stages.map(({ stage, verdict }) => [`source ${source} in ${stage.stageId}`, verdict]),
    ),
    ...overviewReport(asked).figures.map(({ figure, change }) => [`overview of ${figure}`, change.verdict]),
  ]);
}

/** Rules of the rule book that rest on statistics: whether any deal of the portal could be told of. */
function rulesThatSpeak(table: KnownTable, pipeline: PipelineView): Held {
  const figures = coachingFigures(questionOf(table, pipeline, day(HISTORY_DAYS)));
  const { contrasts, ownerStages, stages } = figures;
  return {
    'any reason, or rule on a group of deals': contrasts.length > 0,
    "any rule on an owner's stage": ownerStages.length > 0,
    'any rule on more losses': stages.some(({ moreLosses }) => moreLosses !== null),
    'any rule on a typed probability': stages.some(({ typed }) => typed !== null),
  };
}

function quartersUpTo(asOf: number): readonly [CalendarPeriod, CalendarPeriod] {
  const quarter = (back: number): CalendarPeriod => {
    const [fromAt, toAt] = [asOf - 90 * (back + 1) * DAY_MS, asOf - 90 * back * DAY_MS];
    return { fromAt, toAt, fromDay: dayText(fromAt), toDay: dayText(toAt) };
  };
  return [quarter(1), quarter(0)];
}

function dayText(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/** From day 270 on offers take two and a half times as long; one owner wins 40 % as often; demo was typed at twice the truth. */
export function foundFaults(seed: number): Held {
  const way: TrueDeals['way'] = (stageId, onDay, owner) => {
    const plain = PLAIN(stageId, onDay, owner);
    if (plain === null || stageId !== 'offer') return plain;
    const won = owner === 0 ? 0.2 : 0.5;
    return { to: { won, lost: 1 - won }, meanDays: onDay >= 270 ? 2.5 * plain.meanDays : plain.meanDays };
  };
  const told = verdictsOf(simulatedPortal(seed, way), twoStages({ demo: 0.5, offer: 0.45 }));
  return {
    'slow stage': told['dwell of offer'] === 'slower',
    'mis-typed stage': told['typed probability of demo'] === 'below',
    'weak rep': told['rep owner-0'] === 'worse',
  };
}

function verdictsOf(table: KnownTable, pipeline: PipelineView) {
  const asOf = day(HISTORY_DAYS);
  const [months, quarters] = [periodsOf(12, 30), periodsOf(4, 90)];
  const [previous, period] = quarters.slice(-2);
  if (previous === undefined || period === undefined) throw new Error('There are four quarters.');
  const { stages } = bottlenecks({ table, pipeline, period, previous, asOf });
  const typed = typedAgainstMeasured({ table, pipeline, periods: quarters, asOf });
  const paces = velocity({ table, pipeline, periods: months, asOf, amounts: table.amounts.value });
  const { reps } = repComparison({ table, pipeline, period: { fromAt: day(0), toAt: asOf }, asOf });
  return Object.fromEntries([
    ...stages.flatMap(({ stageId, dwell, losses }) => [
      [`dwell of ${stageId}`, dwell.verdict],
      [`losses of ${stageId}`, losses.verdict],
    ]),
    ...typed.map(({ stageId, verdict }) => [`typed probability of ${stageId}`, verdict]),
    ...reps.map(({ ownerId, verdict }) => [`rep ${ownerId ?? 'of few deals'}`, verdict ?? 'insufficient']),
    ['trend of velocity', paces.trends.velocity.verdict],
    ['trend of the win rate', paces.trends.winRate.verdict],
    ...flow({ table, pipeline, periods: months.slice(3), asOf }).map(({ stageId, drift }) => [
      `drift of ${stageId}`,
      drift.verdict,
    ]),
  ]) as Readonly<Record<string, string>>;
}

function modelOf(table: VisitTable, asOf: number) {
  const pipeline = twoStages();
  return buildPipelineModel({ table, pipeline, asOf, horizonDays: HORIZON_DAYS, seed: 1, position: {} });
}

/** The same ways to an interval, asked for 80 %. */
function inFourOfFive(model: PipelineModel, table: KnownTable, asOf: number): Held {
  const [offer] = model.stages.filter(({ stageId }) => stageId === 'offer');
  if (offer === undefined) throw new Error('Offers were made.');
  const curve = kaplanMeier(durationsOf(table, asOf));
  const { low, high } = survivalQuantile(curve, 0.5, 0.8);
  const chance = offer.chances.within.at(-1) ?? 0;
  const trials = offer.chances.trialsWithin[0] ?? 1;
  const { won, lost } = closedOffers(table, asOf);
  return {
    'median dwell (80 %)': isBetween({ low: low ?? 0, high }, 15 * Math.LN2 * DAY_MS),
    'win within 30 days (80 %)': isBetween(wilsonInterval(chance * trials, trials, 0.8), TRUE_WITHIN.offer),
    'win rate of closed offers (80 %)': isBetween(wilsonInterval(won, won + lost, 0.8), 0.5),
  };
}

/** Without a planted change, what changes in velocity is chance, the number of open deals included. */
function changeHeld(table: KnownTable, asOf: number): boolean | null {
  const periods = periodsOf(4, 90);
  const { change } = velocity({ table, pipeline: twoStages(), periods, asOf, amounts: table.amounts.value });
  return change === null ? null : change.low <= 0 && change.high >= 0;
}

function forecastHeld(model: PipelineModel, table: KnownTable): boolean {
  const random = seededRandom(1);
  const open = openAt(table, model.asOf);
  const { distribution } = openRevenue({
    amounts: open.map(({ amount }) => amount * 100),
    versions: chanceVersions(model, 20, random).map((version) =>
      open.map(({ stageId, ageMs }) => version.withinAt(stageId, ageMs)),
    ),
  });
  const { p10, p90 } = revenueQuantiles(
    revenueDraws({ closed: 0, open: distribution, newBusiness: null }, 1000, random),
    {
      widening: 1,
      closed: 0,
    },
  );
  const came = 100 * open.reduce((sum, { amount, isWon }) => sum + (isWon ? amount : 0), 0);
  return p10 <= came && came <= p90;
}

function openAt(table: KnownTable, asOf: number) {
  const until = asOf + HORIZON_DAYS * DAY_MS;
  const wonAt = new Map<number, number>();
  for (let row = 0; row < table.length; row += 1) {
    const isWin = table.stageIds[table.toStage[row] ?? -1] === 'won';
    if (isWin) wonAt.set(table.deal[row] ?? 0, table.exitedAt[row] ?? Number.NaN);
  }
  return Array.from({ length: table.length }, (_, row) => row)
    .filter((row) => isLive(table.stageIds[table.stage[row] ?? -1]))
    .filter((row) => (table.enteredAt[row] ?? 0) <= asOf && !((table.exitedAt[row] ?? Number.NaN) <= asOf))
    .map((row) => {
      const deal = table.deal[row] ?? 0;
      return {
        stageId: table.stageIds[table.stage[row] ?? 0] ?? '',
        ageMs: asOf - (table.enteredAt[row] ?? 0),
        amount: table.amounts.value[deal] ?? 0,
        isWon: (wonAt.get(deal) ?? Number.POSITIVE_INFINITY) <= until,
      };
    });
}

function isLive(stageId: string | undefined): boolean {
  return stageId === 'demo' || stageId === 'offer';
}

/** Time in offer in ms; event 1: left by the instant. */
function durationsOf(table: KnownTable, asOf: number) {
  const rows = Array.from({ length: table.length }, (_, row) => row).filter(
    (row) => table.stageIds[table.stage[row] ?? -1] === 'offer' && (table.enteredAt[row] ?? 0) <= asOf,
  );
  const endOf = (row: number): number => table.exitedAt[row] ?? Number.NaN;
  return {
    time: rows.map((row) => (endOf(row) <= asOf ? endOf(row) : asOf) - (table.enteredAt[row] ?? 0)),
    event: rows.map((row) => (endOf(row) <= asOf ? 1 : 0)),
  };
}

function closedOffers(table: KnownTable, asOf: number) {
  const counts = { won: 0, lost: 0 };
  // Whose time was up: deals that were offered so long ago that none is likely to wait still.
  const since = asOf - 120 * DAY_MS;
  for (let row = 0; row < table.length; row += 1) {
    const to = table.stageIds[table.toStage[row] ?? -1];
    if (to !== 'won' && to !== 'lost') continue;
    if ((table.enteredAt[row] ?? 0) <= since && table.stageIds[table.stage[row] ?? -1] === 'offer') counts[to] += 1;
  }
  return counts;
}

function isBetween({ low, high }: { readonly low: number; readonly high: number | null }, truth: number): boolean {
  return low <= truth && truth <= (high ?? Number.POSITIVE_INFINITY);
}

function holds(
  said: { readonly kind: string; readonly low?: number; readonly high?: number | null } | undefined,
  truth: number,
): boolean | null {
  if (said?.kind !== 'estimate') return null;
  return isBetween({ low: said.low ?? 0, high: said.high ?? null }, truth);
}
