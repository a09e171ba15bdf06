import type { DwellQuantile, Estimate } from '../contract/estimate.ts';
import type { HygieneEffect } from '../contract/hygiene-report.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { pipelineIndex, stageView } from '../history/pipeline-index.ts';
import { dwellQuantileDays } from '../model/stage-dwell.ts';
import { kaplanMeier } from '../statistics/kaplan-meier.ts';
import { survivalQuantile } from '../statistics/survival-quantile.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';
import type { Period } from './period.ts';
import { shareOfVisits } from './share-of-visits.ts';
import { LOST, type WindowSample, windowSamples } from './window-sample.ts';
import { bitsOf, type MoveFault, type Moves } from './faulty-moves.ts';

/** Faults whose moves were not made when, or not in the order in which, the work was done: they bend lengths and shares. */
export const DISTORTING: readonly MoveFault[] = ['skipped-stage', 'rushed-moves', 'bulk-move', 'imported-move'];

/**
 * What do such moves do to the figures? Of each open stage the median time (Kaplan-Meier with late entry, visits that still
 * run as "at least this long") and the shares of visits that led on and that were lost, of the period: with all visits, and
 * without those that began or ended with such a move.
 */
export function hygieneEffects(
  known: KnownVisits,
  moves: Moves,
  { pipeline, period }: { readonly pipeline: PipelineView; readonly period: Period },
): readonly HygieneEffect[] {
  const index = pipelineIndex([pipeline]);
  const distorting = bitsOf(DISTORTING);
  const isDistorted = (row: number): boolean => {
    const began = row > 0 && known.table.deal[row - 1] === known.table.deal[row] ? (moves.faults[row - 1] ?? 0) : 0;
    return (((moves.faults[row] ?? 0) | began) & distorting) !== 0;
  };
  return windowSamples(known, period).flatMap((all, place): HygieneEffect[] => {
    const stage = stageView(index, known.stageIds[place] ?? '');
    if (stage.role !== 'open') return [];
    const clean = withoutRows(known, all, isDistorted);
    return [
      {
        stage,
        statistic: 'dwell-days-median',
        all: medianDays(all),
        withoutFaulty: medianDays(clean),
        visitsLeftOut: all.rows.length - clean.rows.length,
      },
      { stage, statistic: 'advance-share', ...shares(all, clean, ({ advanced }) => advanced) },
      { stage, statistic: 'loss-share', ...shares(all, clean, ({ lost }) => lost) },
    ];
  });
}

function shares(all: WindowSample, clean: WindowSample, count: (sample: WindowSample) => number) {
  const share = (sample: WindowSample): Estimate => shareOfVisits(count(sample), sample.exits);
  return { all: share(all), withoutFaulty: share(clean), visitsLeftOut: all.exits - clean.exits };
}

function medianDays(sample: WindowSample): DwellQuantile {
  const { exits, time } = sample;
  if (exits < ENOUGH) return { kind: 'insufficient', n: exits, needed: ENOUGH };
  const curve = kaplanMeier(sample);
  return dwellQuantileDays(survivalQuantile(curve, 1 / 2, LEVEL), {
    n: time.length,
    exits,
    lastAgeMs: curve.time.at(-1) ?? 0,
  });
}

function withoutRows(known: KnownVisits, sample: WindowSample, isLeftOut: (row: number) => boolean): WindowSample {
  const isKept = (_: number, place: number): boolean => !isLeftOut(sample.rows[place] ?? 0);
  const [rows, event] = [sample.rows.filter(isKept), sample.event.filter(isKept)];
  return {
    rows,
    time: sample.time.filter(isKept),
    entry: sample.entry.filter(isKept),
    event,
    exits: event.filter((each) => each > 0).length,
    advanced: rows.filter((row, place) => (event[place] ?? 0) > 0 && leadsOn(known.exitOf(row))).length,
    lost: event.filter((each) => each === LOST).length,
  };
}
