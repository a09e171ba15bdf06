import type { StallRule } from '../contract/stalled-report.ts';
import { DAY_MS } from '../history/instant.ts';
import type { VerdictAt } from '../model/stalled-verdict.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { type KnownVisits, leadsOn } from './known-visits.ts';

/** Whether a rule flags a deal that has been in a stage for so long; null: it has too little to go by. */
export type StallFlag = (stage: number, ageMs: number) => boolean | null;

const ENOUGH_VISITS = 20;
const P90 = 0.9;

/**
 * The rules as they were at an instant: own (see `verdictOn`), older than nine of ten finished visits of deals that were
 * won, of visits that led on, of all, and fixed limits. Nothing later than the instant of `known` and `verdictAt` plays a part.
 */
export function stallFlags(known: KnownVisits, verdictAt: VerdictAt): Readonly<Record<StallRule, StallFlag>> {
  const finished = finishedVisits(known);
  const olderThan = (isMeant: (visit: FinishedVisit) => boolean): StallFlag => {
    const limits = known.stageIds.map((_, stage) => {
      const dwell = finished.filter((visit) => visit.stage === stage && isMeant(visit)).map(({ dwellMs }) => dwellMs);
      return dwell.length < ENOUGH_VISITS ? null : sampleQuantile(dwell, P90);
    });
    return (stage, ageMs) => {
      const limit = limits[stage] ?? null;
      return limit === null ? null : ageMs > limit;
    };
  };
  return {
    own(stage, ageMs) {
      const { verdict } = verdictAt(known.stageIds[stage] ?? '', ageMs);
      return verdict === 'insufficient' ? null : verdict === 'stalled';
    },
    'older-than-won': olderThan(({ isOfWonDeal }) => isOfWonDeal),
    'older-than-advanced': olderThan(({ ledOn }) => ledOn),
    'older-than-closed': olderThan(() => true),
    'fixed-14-days': (_, ageMs) => ageMs > 14 * DAY_MS,
    'fixed-30-days': (_, ageMs) => ageMs > 30 * DAY_MS,
  };
}

interface FinishedVisit {
  readonly stage: number;
  readonly dwellMs: number;
  readonly ledOn: boolean;
  readonly isOfWonDeal: boolean;
}

function finishedVisits(known: KnownVisits): readonly FinishedVisit[] {
  const { table } = known;
  const wonDeals = new Set<number>();
  for (let row = 0; row < table.length; row += 1) {
    const isWon = known.exitOf(row) === 'won' || known.roleOf(row) === 'won' || known.roleOf(row) === 'post-win';
    if (known.isKnown(row) && isWon) wonDeals.add(table.deal[row] ?? -1);
  }
  const visits: FinishedVisit[] = [];
  for (let row = 0; row < table.length; row += 1) {
    const exit = known.exitOf(row);
    if (known.stageOf(row) < 0 || exit === null || known.isLate(row)) continue;
    visits.push({
      stage: known.stageOf(row),
      dwellMs: known.endOf(row) - (table.enteredAt[row] ?? 0),
      ledOn: leadsOn(exit),
      isOfWonDeal: wonDeals.has(table.deal[row] ?? -1),
    });
  }
  return visits;
}
