import { DAY_MS, overviewReport } from '@deal-stage-insights/shared';
import { knownVisits } from '../../../shared/src/analytics/known-visits.ts';
import { quarterEndRush } from '../../../shared/src/analytics/quarter-end-rush.ts';
import { wonDeals } from '../../../shared/src/analytics/won-deals.ts';
import { PULLED_SHARE } from '../../../local/generator/calendar.ts';
import type { Held } from '../held.ts';
import { dealsFound } from './deals-found.ts';
import { dayOf, lookAt, type Looked } from './look-at.ts';
import { stagesFound } from './stages-found.ts';

const DEALS = 12_000;
/** What is won within four days at the end of a quarter is little. */
const DEALS_BY_THE_DAY = 36_000;

/** What reports and rules say of one generated portal, beside what was planted in it. */
export function foundSituations(seed: number): Held {
  const looked = lookAt(seed, DEALS);
  return { ...stagesFound(looked), ...dealsFound(looked), ...quarterEnd(lookAt(seed, DEALS_BY_THE_DAY)) };
}

/** The newest first. */
const QUARTERS_START_AT = [Date.UTC(2026, 9, 1), Date.UTC(2026, 6, 1), Date.UTC(2026, 3, 1)];
/** Wins due in so many days are pulled into the days before, which are at most four. */
const [DUE_DAYS, PULLED_INTO_DAYS] = [12, 4];

function quarterEnd({ question, asOf }: Looked): Held {
  const wonIn = (pipelineId: string, startsAt: number, daysFrom: number, daysTo: number) => {
    const days = { fromDay: dayOf(startsAt + daysFrom * DAY_MS), toDay: dayOf(startsAt + daysTo * DAY_MS) };
    return overviewReport(question(pipelineId, days)).figures.find(({ figure }) => figure === 'won-deals');
  };
  const [newest = 0] = QUARTERS_START_AT;
  const usual = wonIn('b2c', newest, -80, -10);
  const { low, high } = wonIn('b2c', newest, -PULLED_INTO_DAYS, 0)?.change ?? { low: null, high: null };
  // The first days of the quarter against the last of the one before: what was pulled is missing here, and was too much there.
  const after = QUARTERS_START_AT.map((startsAt) => wonIn('default', startsAt, 0, PULLED_INTO_DAYS)?.change.verdict);
  const perDay = usual?.now.kind === 'counted' ? usual.now.value / 70 : Number.NaN;
  const pulled = PULLED_SHARE * DUE_DAYS * perDay;
  const { table, pipeline, calendar } = question('b2c');
  const rush = quarterEndRush(wonDeals(knownVisits(table, pipeline, asOf)), calendar.quarters);
  return {
    'quarter end: the rush found': rush.verdict === 'rush',
    // In some portals fewer than 20 wins lie around the newest one, whose offers wait longer: too few to say anything.
    'quarter end: found at each of three that can be compared':
      after.every((verdict) => verdict === 'down' || verdict === 'insufficient') &&
      after.filter((verdict) => verdict === 'down').length >= 2,
    'quarter end: planted wins within': low === null || high === null ? null : low <= pulled && pulled <= high,
  };
}
