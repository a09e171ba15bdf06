import type { Insufficient } from '../contract/estimate.ts';
import type { AppliedChange, WhatIfAnswer, WhatIfChange, WhatIfFigures, WhatIfQuestion } from '../contract/what-if.ts';
import { DAY_MS } from '../history/instant.ts';
import { pipelineIndex } from '../history/pipeline-index.ts';
import { type ChanceTable, type LifeChain, plainChanceTable } from '../model/chance-tables.ts';
import { ENOUGH_FOLLOWED } from '../model/stage-sample.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { changedChain, withoutTail } from './changed-chain.ts';
import { type ForecastInputs, forecastInputsAt } from './forecast-inputs.ts';
import type { OpenDeal } from './open-deals.ts';
import type { ReportQuestion } from './report-question.ts';
import { inMajorUnits, newBusinessRange, openRange, totalRange } from './revenue-range.ts';
import { forecastsBy, timesOf, type WindowQuestion } from './window-forecasts.ts';

const DRAWS = 2000;
const AS_MODELLED = { closed: 0, widening: 1 } as const;

/** The pipeline as it is, or as it would be. */
interface State {
  readonly chain: LifeChain;
  readonly open: readonly OpenDeal[];
  readonly adapt: (table: ChanceTable) => ChanceTable;
}

/**
 * What would the horizon bring if a stage's slow tail were cut, fewer were lost in a stage, or a deal were lost? The measured
 * life tables are changed by arithmetic and the forecast is made again from them, both times without doubt about the tables
 * and with the same random numbers: the difference is that of the changes alone. Not a promise: nobody knows whether those
 * who are hurried along, or held, fare like the others.
 * @example whatIf(question, { changes: [{ kind: 'cut-slow-tail', stageId: 'demo', days: 21 }] }).after
 */
export function whatIf(question: ReportQuestion, asked: WhatIfQuestion): WhatIfAnswer {
  const { table, pipeline, account, stamp } = question;
  const { changes, horizonDays = question.horizonDays, seed = 1 } = asked;
  const source = { table, pipeline, horizonDays, currency: account.currency };
  const [inputs] = forecastInputsAt(source, [stamp.asOf]).inputs;
  if (inputs === undefined) throw new RangeError('The inputs of an instant that was asked for are made.');
  const windows = [{ fromMs: 0, toMs: horizonDays * DAY_MS }];
  const timesMs = timesOf({ windows, business: inputs.business });
  const applying = { question, inputs, timesMs };
  let state: State = { chain: inputs.chain, open: inputs.open, adapt: (chances) => chances };
  const before = figuresOf(state, { inputs, timesMs, windows, seed });
  const applied = changes.map((change): AppliedChange => {
    const { next, ...told } = apply(change, state, applying);
    state = next;
    return { change, ...told };
  });
  return {
    ...stamp,
    pipelineId: pipeline.pipelineId,
    currency: account.currency,
    horizonDays,
    seed,
    changes: applied,
    before,
    after: figuresOf(state, { inputs, timesMs, windows, seed }),
  };
}

interface Applying {
  readonly question: ReportQuestion;
  readonly inputs: ForecastInputs;
  readonly timesMs: readonly number[];
}

type Applied = Omit<AppliedChange, 'change'> & { readonly next: State };

function apply(change: WhatIfChange, state: State, { question, inputs, timesMs }: Applying): Applied {
  if (change.kind === 'lose-deal') {
    const open = state.open.filter(({ deal }) => question.table.dealIds[deal] !== change.dealId);
    const openDeals = state.open.length - open.length;
    return { openDeals, reason: openDeals === 0 ? 'unknown-deal' : 'applied', next: { ...state, open } };
  }
  const { stageId } = change;
  if (!state.chain.liveStageIds.includes(stageId)) return { openDeals: 0, reason: 'unknown-stage', next: state };
  const chain = inputs.knownStageIds.has(stageId)
    ? changedChain(state.chain, change, pipelineIndex([question.pipeline]))
    : null;
  if (chain === null) return { openDeals: 0, reason: 'too-little-known', next: state };
  const before = state.chain;
  const adapt = (table: ChanceTable): ChanceTable => withoutTail(state.adapt(table), before, { change, timesMs });
  const openDeals = state.open.filter((deal) => deal.stageId === stageId).length;
  return { openDeals, reason: 'applied', next: { ...state, chain, adapt } };
}

interface Figuring extends Pick<Applying, 'inputs' | 'timesMs'>, Pick<WindowQuestion, 'windows' | 'seed'> {}

function figuresOf(
  { chain, open, adapt }: State,
  { inputs, timesMs, windows, seed }: Figuring,
): WhatIfFigures | Insufficient {
  const { knownStageIds, business } = inputs;
  if (knownStageIds.size === 0) return { kind: 'insufficient', n: 0, needed: ENOUGH_FOLLOWED };
  const table = adapt(plainChanceTable({ chain, timesMs }));
  const asked = { asOf: inputs.asOf, knownStageIds, open, business, windows, draws: DRAWS };
  const [window] = forecastsBy([table], asked, seededRandom(seed));
  if (window === undefined) throw new RangeError('A window that was asked for is made.');
  const fresh = newBusinessRange(window);
  const openOnly = openRange(window, seed);
  const arrivals = business.weeklyArrivals.reduce((sum, count) => sum + count, 0);
  return {
    open: inMajorUnits(openOnly, AS_MODELLED),
    newBusiness:
      fresh === null ? { kind: 'insufficient', n: arrivals, needed: arrivals + 1 } : inMajorUnits(fresh, AS_MODELLED),
    total: inMajorUnits(totalRange(window, seed) ?? openOnly, AS_MODELLED),
    expectedWins: window.chances.reduce((sum, chance) => sum + chance, 0),
    winEver: winEverOf(business.beginnings, table) ?? table.everFromEntry(chain.liveStageIds[0] ?? ''),
  };
}

/** Of deals that begin as those of late did; null without one, or where no end was ever reached. */
function winEverOf(beginnings: ForecastInputs['business']['beginnings'], table: ChanceTable): number | null {
  let [wins, all] = [0, 0];
  for (const { stageId, outcome, n } of beginnings) {
    const chance = outcome === 'live' ? table.everFromEntry(stageId) : Number(outcome === 'won');
    if (chance === null) return null;
    wins += n * chance;
    all += n;
  }
  return all === 0 ? null : wins / all;
}
