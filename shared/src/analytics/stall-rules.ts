import type { StallRule } from '../contract/stalled-report.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VerdictAt } from '../model/stalled-verdict.ts';
import { type FinishedVisits, finishedQuantile } from './finished-visits.ts';

/** Whether a rule flags a deal that has been in a stage for so long; null: it has too little to go by. */
export type StallFlag = (stage: number, ageMs: number) => boolean | null;

const ENOUGH_VISITS = 20;
const P90 = 0.9;

/**
 * The rules as they were at an instant: own (see `verdictOn`), older than nine of ten finished visits of deals that were
 * won, of visits that led on, of all, and fixed limits. Nothing later than the instant and `verdictAt` plays a part.
 * @param finished by stage, of the instant or of any later one
 */
export function stallFlags(
  { stageIds, finished }: { readonly stageIds: readonly string[]; readonly finished: readonly FinishedVisits[] },
  at: EpochMs,
  verdictAt: VerdictAt,
): Readonly<Record<StallRule, StallFlag>> {
  const olderThan = (isMeant: (visits: FinishedVisits, place: number) => boolean): StallFlag => {
    const limits = finished.map((visits) =>
      finishedQuantile(visits, P90, {
        isMeant: (place) => (visits.endedAt[place] ?? Number.NaN) <= at && isMeant(visits, place),
        needed: ENOUGH_VISITS,
      }),
    );
    return (stage, ageMs) => {
      const limit = limits[stage] ?? null;
      return limit === null ? null : ageMs > limit;
    };
  };
  return {
    own(stage, ageMs) {
      const { verdict } = verdictAt(stageIds[stage] ?? '', ageMs);
      return verdict === 'insufficient' ? null : verdict === 'stalled';
    },
    'older-than-won': olderThan(({ wonAt }, place) => (wonAt[place] ?? Number.NaN) <= at),
    'older-than-advanced': olderThan(({ ledOn }, place) => ledOn[place] === 1),
    'older-than-closed': olderThan(() => true),
    'fixed-14-days': (_, ageMs) => ageMs > 14 * DAY_MS,
    'fixed-30-days': (_, ageMs) => ageMs > 30 * DAY_MS,
  };
}
