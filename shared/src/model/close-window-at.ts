import type { Insufficient } from '../contract/estimate.ts';
import { DAY_MS } from '../history/instant.ts';
import { endsAfter } from './destinations.ts';
import { longerChances } from './longer-chances.ts';
import type { PipelineModel } from './pipeline-model.ts';
import { winAt } from './win-at.ts';
import { chanceAt, type WinChances, winsByStep } from './win-chances.ts';

/** Days from now; beyond: later than the longest time that is looked at. */
export type DaysToWin =
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'beyond'; readonly atLeastDays: number };

/** When a deal is won, if it is. */
export interface CloseWindow {
  readonly kind: 'window';
  /** A quarter, half and three quarters of the wins from here have come by then. */
  readonly p25: DaysToWin;
  readonly p50: DaysToWin;
  readonly p75: DaysToWin;
  /** The chance ever to be won, which the window says nothing about. */
  readonly ever: number;
  /** Visits that were still there at the deal's age, and wins of the pipeline behind the times. */
  readonly n: number;
  readonly wins: number;
}

const ENOUGH_WINS = 10;
/** Each look goes twice as far as the one before, until three quarters of the wins have come: 30 days to five years. */
const LOOKS_DAYS = [30, 60, 120, 240, 480, 960, 1920];

/**
 * By when is a deal won that has been in a stage for so long, given that it is won? Quantiles of the time from now to the
 * win: the first t at which P(won within t) reaches a quarter, half, three quarters of P(ever won), on the chained life tables
 * (see `winsWithin`), linear within a step. Deals that are lost or forgotten are not in it: their share is `1 - ever`.
 *
 * Insufficient where no chance is told (see `winAt`), or with fewer than 10 wins in the pipeline. Null for a stage that the
 * model does not know.
 * @example closeWindowAt(model, 'proposal', 14 * DAY_MS) // p25 { kind: 'days', days: 9.4 } … p75 { kind: 'days', days: 31 }
 */
export function closeWindowAt(model: PipelineModel, stageId: string, ageMs: number): CloseWindow | Insufficient | null {
  const chance = winAt(model, stageId, ageMs);
  if (chance === null) return null;
  if (chance.ever.kind === 'insufficient') return chance.ever;
  const wins = winsOf(model);
  if (wins < ENOUGH_WINS) return { kind: 'insufficient', n: wins, needed: ENOUGH_WINS };
  const place = model.stages.findIndex((each) => each.stageId === stageId);
  const fromMs = Math.max(0, ageMs);
  const [p25, p50, p75] = [0.25, 0.5, 0.75].map((share): DaysToWin => {
    for (const days of LOOKS_DAYS) {
      const at = daysUntil(longerChances(model, days), { place, fromMs, share });
      if (at !== null) return { kind: 'days', days: at };
    }
    return { kind: 'beyond', atLeastDays: LOOKS_DAYS.at(-1) ?? 0 };
  });
  const beyond: DaysToWin = { kind: 'beyond', atLeastDays: 0 };
  return {
    kind: 'window',
    p25: p25 ?? beyond,
    p50: p50 ?? beyond,
    p75: p75 ?? beyond,
    ever: chance.ever.value,
    n: chance.ever.n,
    wins,
  };
}

/** Null: not within the steps of these chances, or never. */
function daysUntil(
  chances: WinChances,
  { place, fromMs, share }: { readonly place: number; readonly fromMs: number; readonly share: number },
): number | null {
  const hazards = chances.hazards[place];
  if (hazards === undefined) return null;
  const target = share * chanceAt(hazards, chances, fromMs).ever;
  if (target <= 0) return null;
  const wins = winsByStep(hazards, chances, fromMs);
  const step = wins.findIndex((won) => won >= target);
  if (step < 0) return null;
  const [before = 0, after = 0] = [wins[step - 1], wins[step]];
  const within = after > before ? (target - before) / (after - before) : 1;
  return ((step - 1 + within) * chances.stepMs) / DAY_MS;
}

function winsOf({ stages }: PipelineModel): number {
  const { won } = endsAfter(stages.length);
  return stages.reduce((sum, { life }) => sum + (life.exits[won] ?? []).reduce((all, count) => all + count, 0), 0);
}
