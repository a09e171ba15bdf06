import type { FilteredStage } from '../contract/stages-report.ts';
import { drawnShare, countsOf, pipelineRate, ratesBelow } from './drawn-estimate.ts';
import { filterGroups } from './filter-groups.ts';
import { pacesOf } from './group-pace.ts';
import { knownVisits } from './known-visits.ts';
import type { ReportQuestion } from './report-question.ts';
import { groupedWindowSamples } from './window-sample.ts';

/**
 * How do the deals that filters let through fare in each stage, when they are few? The share of visits that led on, of those
 * that ended in the period, and how fast they leave, each drawn towards all deals of the stage by as much as the chosen ones
 * lack visits of their own (beta-binomial for the share, gamma-Poisson for the pace); the stage towards the pipeline, and
 * that towards the portal. Null where no filter leaves deals out.
 * @example filteredStages(question)?.[0]?.ledOnShare // { kind: 'estimate', value: 0.4, from: 'stage', … }
 */
export function filteredStages(question: ReportQuestion): readonly FilteredStage[] | null {
  const { unfiltered, pipeline, calendar, stamp, others } = question;
  const chosen = filterGroups(question);
  if (chosen === null) return null;
  const known = knownVisits(unfiltered, pipeline, stamp.asOf);
  const groups = groupedWindowSamples(known, calendar.period, chosen);
  const byStage = known.stageIds.map((_, stage) => groups.flatMap((samples) => samples[stage] ?? []));
  const counts = byStage.map((samples) => samples.map(({ advanced, exits }) => ({ x: advanced, n: exits })));
  const whole = counts.map((groupCounts) => totalOf(groupCounts));
  const ofPipeline = pipelineRate(
    totalOf(whole),
    others.map(({ ledOn }) => ledOn),
  );
  return ratesBelow(ofPipeline, countsOf(whole), 'stage').flatMap((stage, place): FilteredStage[] => {
    const [own] = ratesBelow(stage, countsOf(counts[place] ?? []), chosen.from);
    const [pace] = pacesOf(byStage[place] ?? [], chosen.from);
    const stageId = known.stageIds[place];
    if (own === undefined || pace === undefined || stageId === undefined) return [];
    return [{ stageId, left: counts[place]?.[0]?.n ?? 0, ledOnShare: drawnShare(own), pace }];
  });
}

function totalOf(counts: readonly { readonly x: number; readonly n: number }[]) {
  return counts.reduce((sum, { x, n }) => ({ x: sum.x + x, n: sum.n + n }), { x: 0, n: 0 });
}
