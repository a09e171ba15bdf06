import type { Estimate } from '../contract/estimate.ts';
import type { PipelineView } from '../contract/pipelines.ts';
import { STALL_RULES, type StallRule } from '../contract/stalled-report.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import type { VisitTable } from '../history/visit-table.ts';
import { pastVerdicts } from '../model/past-verdicts.ts';
import { clusteredRatio } from '../statistics/clustered-ratio.ts';
import { sampleQuantile } from '../statistics/sample-quantile.ts';
import { finishedVisits } from './finished-visits.ts';
import { knownVisits } from './known-visits.ts';
import { type LandmarkDeal, landmarkDealsAt } from './landmark-deals.ts';
import { stallFlags } from './stall-rules.ts';

export interface StalledRulesQuestion {
  readonly table: VisitTable;
  readonly pipeline: PipelineView;
  /** Instants in the past at which the rules are asked, ascending: for example the last Mondays. */
  readonly landmarks: readonly EpochMs[];
  readonly asOf: EpochMs;
  readonly horizonDays: number;
}

/** What a rule's flag was worth, over all landmarks. "Really stalled" means: lost in the end. */
export interface RuleFigures {
  readonly rule: StallRule;
  /** Flagged of all deals asked about; those it had too little to go by for are not flagged, and counted. */
  readonly flaggedShare: Estimate;
  readonly unjudged: number;
  /** Lost of the flagged (precision). */
  readonly precision: Estimate;
  readonly winRateFlagged: Estimate;
  readonly winRateUnflagged: Estimate;
  /** Flagged of the deals that were lost (recall), and of those that were won: the false alarms. */
  readonly lossesCaught: Estimate;
  readonly winsFlagged: Estimate;
  /** Median days from the first landmark that flagged a lost deal to its loss; null: none was flagged. */
  readonly leadDaysMedian: number | null;
  readonly leadDeals: number;
}

export interface StalledRulesReport {
  /** Deal × landmark, with a known outcome; and those without, which are in no figure. */
  readonly rows: number;
  readonly unresolved: number;
  readonly rules: readonly RuleFigures[];
}

const LEVEL = 0.95;
const ENOUGH_DEALS = 20;

/**
 * How good is the rule that calls deals stalled, on this portal's own past, against five simpler ones? At each landmark the
 * rules know what was known then, and nothing later; a deal counts at each landmark at which it waited in an open stage, if it
 * was won or lost by `asOf`. Intervals take the rows of a deal as one cluster. Below 20 deals: insufficient.
 * @example stalledRules({ table, pipeline, landmarks, asOf, horizonDays: 30 }).rules[0]?.lossesCaught
 */
export function stalledRules(question: StalledRulesQuestion): StalledRulesReport {
  const { table, pipeline, landmarks, asOf, horizonDays } = question;
  const today = knownVisits(table, pipeline, asOf);
  const rows: FlaggedRow[] = [];
  let unresolved = 0;
  const dealsOn = landmarkDealsAt(today, landmarks);
  const asked = { stageIds: today.stageIds, finished: finishedVisits(today) };
  for (const [place, landmark] of landmarks.entries()) {
    const flags = stallFlags(asked, landmark, pastVerdicts({ table, pipeline, at: landmark, horizonDays }));
    for (const deal of dealsOn[place] ?? []) {
      const { outcome } = deal;
      if (outcome === null) {
        unresolved += 1;
        continue;
      }
      rows.push({ ...deal, outcome, landmark, flags: STALL_RULES.map((rule) => flags[rule](deal.stage, deal.ageMs)) });
    }
  }
  return { rows: rows.length, unresolved, rules: STALL_RULES.map((rule, place) => figuresOf(rule, rows, place)) };
}

interface FlaggedRow extends LandmarkDeal {
  readonly outcome: 'won' | 'lost';
  readonly landmark: EpochMs;
  /** By rule, in the order of STALL_RULES. */
  readonly flags: readonly (boolean | null)[];
}

function figuresOf(rule: StallRule, rows: readonly FlaggedRow[], place: number): RuleFigures {
  const isFlagged = (row: FlaggedRow): boolean => row.flags[place] === true;
  const isWon = ({ outcome }: FlaggedRow): boolean => outcome === 'won';
  const lostFlagged = rows.filter((row) => isFlagged(row) && !isWon(row));
  const leads = leadDays(lostFlagged);
  const all = rows;
  const flagged = rows.filter(isFlagged);
  const unflagged = rows.filter((row) => !isFlagged(row));
  const lost = rows.filter((row) => !isWon(row));
  return {
    rule,
    flaggedShare: shareOf(all, isFlagged),
    unjudged: rows.filter((row) => row.flags[place] === null).length,
    precision: shareOf(flagged, (row) => !isWon(row)),
    winRateFlagged: shareOf(flagged, isWon),
    winRateUnflagged: shareOf(unflagged, isWon),
    lossesCaught: shareOf(lost, isFlagged),
    winsFlagged: shareOf(rows.filter(isWon), isFlagged),
    leadDaysMedian: sampleQuantile(leads, 0.5),
    leadDeals: leads.length,
  };
}

/** Of each lost deal the days from the first landmark that flagged it. */
function leadDays(lostFlagged: readonly FlaggedRow[]): readonly number[] {
  const first = new Map<number, number>();
  for (const { deal, landmark, closedAt } of lostFlagged) {
    first.set(deal, Math.max(first.get(deal) ?? 0, (closedAt - landmark) / DAY_MS));
  }
  return [...first.values()];
}

function shareOf(rows: readonly FlaggedRow[], counts: (row: FlaggedRow) => boolean): Estimate {
  const ratio = clusteredRatio(
    {
      numerator: rows.map((row) => (counts(row) ? 1 : 0)),
      denominator: rows.map(() => 1),
      cluster: rows.map(({ deal }) => deal),
    },
    LEVEL,
  );
  if (ratio === null || ratio.clusters < ENOUGH_DEALS) {
    return { kind: 'insufficient', n: ratio?.clusters ?? Math.min(1, rows.length), needed: ENOUGH_DEALS };
  }
  const { value, low, high } = ratio;
  const limits = { low: Math.max(0, low), high: Math.min(1, high) };
  return { kind: 'estimate', value, ...limits, level: LEVEL, n: rows.length, from: 'pipeline' };
}
