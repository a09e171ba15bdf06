import {
  DAY_MS,
  type EpochMs,
  factChance,
  type FactGain,
  gainOfFacts,
  type Insufficient,
  type LearnedRow,
  type PipelineModel,
  tableChances,
  trainFactModel,
} from '@deal-stage-insights/shared';
import type { LoggedActivity, LoggedDeal, LoggedHistory } from '../../history-csv/logged-deal.ts';
import type { RoleOf } from '../outcomes.ts';
import { dealFacts, factNames, type FactScheme } from './deal-facts.ts';
import { pastRows } from './learned-rows.ts';

/** What moved a chance, and by how much in log-odds. */
export interface MovingFact {
  readonly fact: string;
  readonly logOdds: number;
}

/** Whether the facts of deals are used at a landmark, and why: the gain over the life table on the past. */
export interface FactsUse {
  readonly landmark: EpochMs;
  readonly used: boolean;
  readonly gain: FactGain | Insufficient;
}

export interface FactChances {
  readonly use: FactsUse;
  /** Null: the life table speaks alone. */
  readonly of:
    | ((history: LoggedHistory) => { readonly chance: number; readonly moved: readonly MovingFact[] } | null)
    | null;
}

export interface FactQuestion {
  readonly histories: readonly LoggedHistory[];
  readonly deals: ReadonlyMap<string, LoggedDeal>;
  readonly activities: ReadonlyMap<string, readonly LoggedActivity[]>;
  readonly roleOf: RoleOf;
  readonly horizonDays: number;
  readonly model: PipelineModel;
}

const MOST_KINDS = 12;
const FACTS_TOLD = 3;

/** Learns the chances by facts from what was known at the landmark of the model, and keeps them only if they are better. */
export function factChances(question: FactQuestion): FactChances {
  const { histories, roleOf, horizonDays, model } = question;
  const landmark = model.asOf;
  const scheme = schemeAt(question, landmark);
  const names = factNames(scheme);
  const tables = tableChances(model);
  const rowOf = (history: LoggedHistory, at: EpochMs, { stageId, ageMs }: { stageId: string; ageMs: number }) => {
    const chance = tables(stageId, ageMs, horizonDays);
    if (chance === null) return null;
    const facts = {
      history,
      activities: question.activities.get(history.dealId) ?? [],
      amount: question.deals.get(history.dealId)?.amount ?? null,
    };
    return { dealId: history.dealId, values: dealFacts(scheme, facts, { at, chance }), lifeTable: chance.within };
  };
  const past = pastRows({
    histories,
    roleOf,
    landmark,
    horizonMs: horizonDays * DAY_MS,
    chanceLater: (stageId, ageMs, ms) => tables(stageId, ageMs, ms / DAY_MS)?.within ?? null,
  });
  const rows = past.flatMap(({ history, at, outcome, isDue, ...place }): LearnedRow[] => {
    const row = rowOf(history, at, place);
    return row === null ? [] : [{ ...row, outcome, isDue }];
  });
  const gain = gainOfFacts(names, rows);
  const used = 'low' in gain && gain.low > 0;
  if (!used) return { use: { landmark, used, gain }, of: null };
  const trained = trainFactModel(names, rows);
  return {
    use: { landmark, used, gain },
    of(history) {
      const current = history.transitions.findLast(({ at }) => at <= landmark);
      const row =
        current === undefined
          ? null
          : rowOf(history, landmark, { stageId: current.toStage, ageMs: landmark - current.at });
      if (row === null) return null;
      const { chance, moved } = factChance(trained, row);
      return { chance, moved: mostMoving(names, moved) };
    },
  };
}

/** The live stages of the model, and the kinds of activity seen most often by then. */
function schemeAt({ activities, model }: FactQuestion, landmark: EpochMs): FactScheme {
  const counts = new Map<string, number>();
  for (const list of activities.values()) {
    for (const { activity, at } of list) if (at <= landmark) counts.set(activity, (counts.get(activity) ?? 0) + 1);
  }
  const kinds = [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([kind]) => kind);
  return { stageIds: model.stages.map(({ stageId }) => stageId), kinds: kinds.slice(0, MOST_KINDS) };
}

function mostMoving(names: readonly string[], moved: Float64Array): readonly MovingFact[] {
  return names
    .map((fact, place) => ({ fact, logOdds: moved[place] ?? 0 }))
    .toSorted((a, b) => Math.abs(b.logOdds) - Math.abs(a.logOdds))
    .slice(0, FACTS_TOLD);
}
