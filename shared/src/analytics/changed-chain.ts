import type { WhatIfChange } from '../contract/what-if.ts';
import { exitKindOf } from '../history/exit-kind.ts';
import { DAY_MS } from '../history/instant.ts';
import type { PipelineIndex } from '../history/pipeline-index.ts';
import { ageBin } from '../model/age-bins.ts';
import type { ChanceTable, LifeChain } from '../model/chance-tables.ts';
import { chanceBetween, onGrid } from '../model/chance-tables.ts';
import { endsAfter } from '../model/destinations.ts';
import type { StageLife } from '../model/life-table.ts';
import { stageHazards } from '../model/stage-hazards.ts';
import { laterExits } from '../model/win-chances.ts';

type StageChange = Exclude<WhatIfChange, { readonly kind: 'lose-deal' }>;

/**
 * The life tables as they would be. `cut-slow-tail`: of the visits still there at the age, the share that ever leaves does so
 * within the age bin of it, to where it would have gone; the others stay. `lift-conversion`: a share of the losses of each
 * age goes to where others go on, in their proportions. Null where nobody ever went on: there is no way to lift.
 */
export function changedChain(chain: LifeChain, change: StageChange, index: PipelineIndex): LifeChain | null {
  const place = chain.liveStageIds.indexOf(change.stageId);
  const life = chain.lives[place];
  if (life === undefined) return null;
  const changed =
    change.kind === 'cut-slow-tail' ? cutLife(life, change.days) : liftedLife(chain, { life, change, index });
  return changed === null ? null : { ...chain, lives: chain.lives.map((each, k) => (k === place ? changed : each)) };
}

/** Exits by destination, as shares of the visits that are still there at an age; what is missing to 1 never leaves. */
function exitsFrom(life: StageLife, ageMs: number): Float64Array {
  return laterExits(stageHazards(life), ageMs, 0);
}

/**
 * Chances with the slow tail of a stage cut: a deal that is there for longer already leaves at once, as those of its age would
 * have left some day.
 */
export function withoutTail(
  table: ChanceTable,
  before: LifeChain,
  { change, timesMs }: { readonly change: StageChange; readonly timesMs: readonly number[] },
): ChanceTable {
  const life = before.lives[before.liveStageIds.indexOf(change.stageId)];
  if (change.kind !== 'cut-slow-tail' || life === undefined) return table;
  const { won } = endsAfter(before.liveStageIds.length);
  const isCut = ({ stageId, ageMs }: { readonly stageId: string; readonly ageMs: number }): boolean =>
    stageId === change.stageId && ageMs > change.days * DAY_MS;
  const withinCut = (ageMs: number): readonly number[] => {
    const exits = exitsFrom(life, ageMs);
    return timesMs.map((time) => {
      if (time <= 0) return 0;
      const later = before.liveStageIds.map(
        (next, k) => (exits[k] ?? 0) * onGrid(table.fromEntry(next), time / table.grid.stepMs),
      );
      return later.reduce((sum, chance) => sum + chance, exits[won] ?? 0);
    });
  };
  return {
    ...table,
    withinAt: (stageId, ageMs) => (isCut({ stageId, ageMs }) ? withinCut(ageMs) : table.withinAt(stageId, ageMs)),
    betweenAt(places, times) {
      const chances = table.betweenAt(places, times);
      for (const [place, deal] of places.deals.entries()) {
        if ((places.cell[place] ?? -1) < 0 || !isCut(deal)) continue;
        const within = withinCut(deal.ageMs);
        chances[place] = chanceBetween(within[times.from] ?? 0, within[times.to] ?? 0);
      }
      return chances;
    },
  };
}

function cutLife(life: StageLife, days: number): StageLife {
  const ageMs = days * DAY_MS;
  const bin = ageBin(ageMs);
  const after = (counts: readonly number[]): number => counts.slice(bin).reduce((sum, count) => sum + count, 0);
  const stillThere = [life.censored, ...life.exits].reduce((sum, counts) => sum + after(counts), 0);
  const leaving = exitsFrom(life, ageMs);
  const cut = (counts: readonly number[], there: number): readonly number[] => [
    ...counts.slice(0, bin),
    ...Array.from({ length: Math.max(0, bin - counts.length) }, () => 0),
    there,
  ];
  const exits = life.exits.map((counts, k) => cut(counts, stillThere * (leaving[k] ?? 0)));
  const left = leaving.reduce((sum, share) => sum + share, 0);
  // Who never leaves is seen there one bin later: within the bin they would count as half gone.
  return {
    censored: [...cut(life.censored, 0), stillThere * Math.max(0, 1 - left)],
    exits: exits.map((each) => [...each, 0]),
  };
}

function liftedLife(
  { liveStageIds }: LifeChain,
  { life, change, index }: { readonly life: StageLife; readonly change: StageChange; readonly index: PipelineIndex },
): StageLife | null {
  if (change.kind !== 'lift-conversion') return null;
  const { won, lost } = endsAfter(liveStageIds.length);
  const isAhead = (k: number): boolean => {
    const kind = exitKindOf(change.stageId, liveStageIds[k] ?? '', index);
    return k === won || (k < liveStageIds.length && (kind === 'advanced' || kind === 'skipped'));
  };
  const sums = life.exits.map((counts, k) => (isAhead(k) ? counts.reduce((sum, count) => sum + count, 0) : 0));
  const all = sums.reduce((sum, count) => sum + count, 0);
  if (all === 0) return null;
  const losses = life.exits[lost] ?? [];
  return {
    censored: life.censored,
    exits: life.exits.map((counts, k) =>
      counts.map((count, bin) => {
        const lifted = (losses[bin] ?? 0) * change.shareOfLosses;
        return k === lost ? count - lifted : count + (lifted * (sums[k] ?? 0)) / all;
      }),
    ),
  };
}
