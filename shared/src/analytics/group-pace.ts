import type { Estimate, EvidenceScope } from '../contract/estimate.ts';
import { hazardBeliefs } from '../statistics/hazard-belief.ts';
import { riskTable } from '../statistics/risk-table.ts';
import { stepValue } from '../statistics/step-function.ts';
import { ENOUGH, LEVEL } from './clear-change.ts';
import { restsOn } from './drawn-estimate.ts';
import { joinedSamples, type WindowSample } from './window-sample.ts';

/**
 * How fast do visits of a stage leave, by group, against those of all groups at the same ages? Exits seen over exits expected:
 * the cumulative hazard of all (Nelson and Aalen) over the ages at which each visit was watched; drawn towards 1 by
 * `hazardBeliefs`. Insufficient for all where fewer than 20 left.
 * @param from what a group is
 * @example pacesOf([samplesOfPaid, samplesOfReferrals], 'source')[0] // { value: 0.8, … }: a fifth slower
 */
export function pacesOf<Group extends string>(
  samples: readonly WindowSample[],
  from: Group,
): readonly Estimate<EvidenceScope | Group>[] {
  const all = samples.reduce((sum, { exits }) => sum + exits, 0);
  if (all < ENOUGH) return samples.map(() => ({ kind: 'insufficient', n: all, needed: ENOUGH }));
  const { time, events, atRisk } = riskTable(joinedSamples(samples));
  const hazard = new Float64Array(time.length);
  let sum = 0;
  for (let place = 0; place < time.length; place += 1) {
    sum += (events[place] ?? 0) / Math.max(1, atRisk[place] ?? 1);
    hazard[place] = sum;
  }
  const until = (ageMs: number): number => stepValue(time, hazard, ageMs, 0);
  const groups = samples.map((sample) => ({
    observed: sample.exits,
    expected: sample.time.reduce((total, age, row) => total + until(age) - until(sample.entry[row] ?? 0), 0),
  }));
  return hazardBeliefs(groups, LEVEL).map(({ ratio, low, high, ownShare }, group) => {
    const own = { from, n: samples[group]?.exits ?? 0 };
    const evidence = restsOn<EvidenceScope | Group>({ ownShare }, own, { from: 'stage', n: all });
    return { kind: 'estimate' as const, value: ratio, low, high, level: LEVEL, ...evidence };
  });
}
