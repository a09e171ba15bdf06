import { riskTable, wasWatched } from '../statistics/risk-table.ts';
import { stepValue } from '../statistics/step-function.ts';
import type { KnownVisits } from './known-visits.ts';
import type { Period } from './period.ts';
import type { OwnerOfVisit } from './reps-in-play.ts';
import { windowSamples } from './window-sample.ts';

export interface Pace {
  /** Exits from live stages in the period. */
  readonly exits: number;
  /** Those that visits of the same stages and ages make usually. */
  readonly expected: number;
}

/**
 * Who moves deals out of stages sooner than others? By rep, the exits of a period against those expected of visits in the same
 * stages at the same ages: the sum of cumulative hazards (Nelson and Aalen) of all the pipeline's visits, over the time each
 * was watched. Visits that still run count with the time they have run. Over all owners, nobody included, exits and expected
 * are equal.
 * @returns by index into `ownerIds`
 */
export function repPaces(known: KnownVisits, period: Period, ownerOf: OwnerOfVisit): ReadonlyMap<number, Pace> {
  const paces = new Map<number, { exits: number; expected: number }>();
  const paceOf = (owner: number) => {
    const pace = paces.get(owner) ?? { exits: 0, expected: 0 };
    paces.set(owner, pace);
    return pace;
  };
  for (const sample of windowSamples(known, period)) {
    const risk = riskTable(sample);
    const hazard = cumulative(risk.events.map((events, at) => events / (risk.atRisk[at] ?? 1)));
    const upTo = (age: number): number => stepValue(risk.time, hazard, age + risk.tieWidth / 2, 0);
    for (let place = 0; place < sample.rows.length; place += 1) {
      const [time, entry] = [sample.time[place] ?? 0, sample.entry[place] ?? 0];
      if (!wasWatched(entry, time, risk.tieWidth)) continue;
      const pace = paceOf(ownerOf(sample.rows[place] ?? 0, period));
      pace.exits += (sample.event[place] ?? 0) > 0 ? 1 : 0;
      pace.expected += upTo(time) - (entry > 0 ? upTo(entry) : 0);
    }
  }
  return paces;
}

function cumulative(values: Float64Array): Float64Array {
  let sum = 0;
  return values.map((value) => (sum += value));
}
