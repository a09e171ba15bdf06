import type { PeriodForecast, RevenueRange } from '../contract/forecast-report.ts';
import type { Insufficient } from '../contract/estimate.ts';
import type { Target } from '../contract/settings.ts';
import { majorUnits, type OpenDeal } from './open-deals.ts';
import { inMajorUnits, newBusinessRange, openRange, quantile, totalRange } from './revenue-range.ts';
import { isWithin } from './period.ts';
import type { NamedPeriod } from './report-question.ts';
import { targetOutlook } from './target-outlook.ts';
import type { WindowForecast } from './window-forecasts.ts';
import { wonWithin, type WonSums } from './won-sums.ts';

/** What all periods of a forecast are told from. */
export interface PeriodFacts {
  readonly won: WonSums;
  readonly open: readonly OpenDeal[];
  /** By open deal, epoch ms; NaN without a close date. */
  readonly closeDates: ArrayLike<number>;
  /** By stage id, as typed in HubSpot. */
  readonly typedOf: ReadonlyMap<string, number | null>;
  readonly widening: number | Insufficient;
  /** Nothing is known of any stage: no chance can be told. */
  readonly tooLittle: Insufficient | null;
  readonly arrivals: number;
  /** Of the deals that the forecast is about. */
  readonly targets: readonly Target[];
}

/** One period: what has come, what today's open deals and deals to come bring in the rest of it, and the usual weighted sums. */
export function periodForecast(period: NamedPeriod, window: WindowForecast, facts: PeriodFacts): PeriodForecast {
  const { tooLittle, widening, targets } = facts;
  const { amount: closed, deals, withoutAmount } = wonWithin(facts.won, period);
  const factor = typeof widening === 'number' ? widening : 1;
  const total = tooLittle === null ? totalRange(window, SEED) : null;
  const fresh = newBusinessRange(window);
  const weighted = weightedOf(period, window, facts);
  const asOpen = inMajorUnits(openRange(window, SEED), { closed: 0, widening: 1 });
  return {
    kind: period.kind,
    key: period.key,
    fromDay: period.fromDay,
    toDay: period.toDay,
    closed: { amount: majorUnits(closed), deals, withoutAmount },
    open: tooLittle ?? asOpen,
    newBusiness: fresh === null ? unknownBusiness(facts) : inMajorUnits(fresh, { closed: 0, widening: 1 }),
    total: tooLittle ?? totalOf(total, asOpen, { closed, factor }),
    widening,
    weighted,
    realisticTargets:
      total === null
        ? null
        : {
            evenOdds: majorUnits(closed + quantile(total.draws, 0.5)),
            eightOfTen: majorUnits(closed + quantile(total.draws, 0.2) / factor),
          },
    target: targetOutlook(period, {
      targets,
      closed,
      due: weighted.due * CENTS,
      toCome: total,
      widening: factor,
    }),
  };
}

const SEED = 1;
const CENTS = 100;
const ENOUGH_ARRIVALS = 1;

function unknownBusiness({ arrivals }: PeriodFacts): Insufficient {
  return { kind: 'insufficient', n: arrivals, needed: Math.max(ENOUGH_ARRIVALS, arrivals + 1) };
}

/** Where deals to come cannot be told, what is said leaves them out: `newBusiness` says so. */
function totalOf(
  total: ReturnType<typeof totalRange>,
  open: RevenueRange,
  { closed, factor }: { readonly closed: number; readonly factor: number },
): RevenueRange {
  if (total !== null) return inMajorUnits(total, { closed, widening: factor });
  const base = majorUnits(closed);
  return {
    mean: base + open.mean,
    p10: base + open.p10 / factor,
    p50: base + open.p50,
    p90: base + open.p90 * factor,
  };
}

/** The usual weighted sums of these open deals. */
export function weightedOf(
  period: NamedPeriod,
  { chances }: WindowForecast,
  { open, closeDates, typedOf }: Pick<PeriodFacts, 'open' | 'closeDates' | 'typedOf'>,
): PeriodForecast['weighted'] {
  let [typed, measured, due, dueDeals] = [0, 0, 0, 0];
  for (const [place, { amount, stageId }] of open.entries()) {
    if (amount === null) continue;
    measured += amount * (chances[place] ?? 0);
    if (!isWithin(period, closeDates[place] ?? Number.NaN)) continue;
    typed += amount * (typedOf.get(stageId) ?? 0);
    due += amount;
    dueDeals += 1;
  }
  return { typed: majorUnits(typed), measured: majorUnits(measured), due: majorUnits(due), dueDeals };
}
