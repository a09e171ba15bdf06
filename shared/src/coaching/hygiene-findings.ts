import { HYGIENE_FAULTS, type HygieneFaultId } from '../contract/hygiene-report.ts';
import type { EpochMs } from '../history/instant.ts';
import { convertedAmounts } from '../analytics/converted-amounts.ts';
import { type KnownVisits, knownVisits } from '../analytics/known-visits.ts';
import { isWithin, type Period } from '../analytics/period.ts';
import type { ReportQuestion } from '../analytics/report-question.ts';
import { type WaitingDeal, waitingDeals } from '../analytics/waiting-deals.ts';
import { criteriaLeftOpen } from './criteria-left-open.ts';
import { recordFaults } from './faulty-deals.ts';
import { faultsOf, faultyMoves, type MoveFault, MOVE_FAULTS, type Moves } from '../analytics/faulty-moves.ts';

/** One fault of one deal. */
export interface FoundCase {
  readonly fault: HygieneFaultId;
  readonly deal: number;
  /** Of its visit: the one that a move ended, or in which the deal waits. */
  readonly row: number;
  readonly at: EpochMs;
}

export interface HygieneFindings {
  readonly known: KnownVisits;
  readonly moves: Moves;
  readonly movesInPeriod: number;
  /** Of those moves, in the order of the table. */
  readonly rowsInPeriod: readonly number[];
  readonly waiting: readonly WaitingDeal[];
  /** By fault, in the order of the table. */
  readonly cases: Readonly<Record<HygieneFaultId, readonly FoundCase[]>>;
  /** What was looked at for a fault. */
  readonly lookedAt: Readonly<Record<HygieneFaultId, number>>;
}

/**
 * All that is wrong with a pipeline's records: with the moves of a period, and with the deals that are open at its end. What
 * comes later plays no part, but for what keeps no history.
 * @param of whether `moves` are those around the period, or all that were ever made
 */
export function hygieneFindings(
  question: ReportQuestion,
  { fromAt, toAt }: Period,
  of: 'period' | 'ever',
): HygieneFindings {
  const { table, pipeline, account, stamp, criteria } = question;
  const at = Math.min(stamp.asOf, toAt - 1); // What happens at its end is no longer in the period.
  const known = knownVisits(table, pipeline, at);
  const moves = faultyMoves(known, pipeline, of === 'ever' ? undefined : { fromAt, toAt });
  const amounts = convertedAmounts(table, account.currency, at);
  const waiting = waitingDeals(known, amounts.values);
  const cases = emptyCases();
  const rowsInPeriod: number[] = [];
  for (const row of moves.rows) {
    if (!isWithin({ fromAt, toAt }, known.endOf(row))) continue;
    rowsInPeriod.push(row);
    for (const fault of faultsOf(moves, row))
      cases[fault].push({ fault, row, deal: table.deal[row] ?? 0, at: known.endOf(row) });
  }
  let askedForCriteria = 0;
  for (const deal of waiting) {
    const { isAsked, since } = criteriaLeftOpen(known, deal, { table, amounts, at, criteria });
    if (isAsked) askedForCriteria += 1;
    const found = { ...recordFaults(deal, { table, amounts, at }), 'criteria-not-met': since };
    for (const fault of DEAL_FAULTS) {
      const sinceAt = found[fault];
      if (sinceAt !== null) cases[fault].push({ fault, row: deal.row, deal: deal.deal, at: sinceAt });
    }
  }
  const movesInPeriod = rowsInPeriod.length;
  const lookedAtFor = (fault: HygieneFaultId): number =>
    isMoveFault(fault) ? movesInPeriod : fault === 'criteria-not-met' ? askedForCriteria : waiting.length;
  return { known, moves, movesInPeriod, rowsInPeriod, waiting, cases, lookedAt: byFault(lookedAtFor) };
}

/** The record keeps no history of what these rest on. */
export const AS_NOW: readonly HygieneFaultId[] = ['no-next-activity', 'criteria-not-met'];

export function isMoveFault(fault: HygieneFaultId): fault is MoveFault {
  return MOVE_FAULTS.some((each) => each === fault);
}

const DEAL_FAULTS = HYGIENE_FAULTS.filter((fault): fault is Exclude<HygieneFaultId, MoveFault> => !isMoveFault(fault));

const emptyCases = (): Record<HygieneFaultId, FoundCase[]> => byFault((): FoundCase[] => []);

function byFault<T>(make: (fault: HygieneFaultId) => T): Record<HygieneFaultId, T> {
  return {
    'skipped-stage': make('skipped-stage'),
    'moved-back': make('moved-back'),
    'rushed-moves': make('rushed-moves'),
    'bulk-move': make('bulk-move'),
    'imported-move': make('imported-move'),
    'reopened-win': make('reopened-win'),
    'unknown-stage': make('unknown-stage'),
    'close-date-passed': make('close-date-passed'),
    'close-date-pushed': make('close-date-pushed'),
    'no-close-date': make('no-close-date'),
    'no-next-activity': make('no-next-activity'),
    'no-amount': make('no-amount'),
    'criteria-not-met': make('criteria-not-met'),
  };
}
