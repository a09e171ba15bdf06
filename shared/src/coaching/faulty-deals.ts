import type { HygieneFaultId } from '../contract/hygiene-report.ts';
import { closeDateChangesOf, closeDatePushes } from './close-date-pushes.ts';
import { PUSHED_OFTEN } from './coaching-figures.ts';
import { passedStep } from './rules/close-date-passed.ts';
import { UNPRICED_DAYS } from './rules/no-amount.ts';
import { unplannedStep } from './rules/no-next-activity.ts';
import { DAY_MS, type EpochMs } from '../history/instant.ts';
import { instantOf } from '../history/normalise.ts';
import type { ChangeColumn, VisitBlock } from '../history/visit-block.ts';
import type { ConvertedAmounts } from '../analytics/converted-amounts.ts';
import { closeDateOf } from '../analytics/open-deals.ts';
import type { WaitingDeal } from '../analytics/waiting-deals.ts';

export const PASSED_DAYS = passedStep.days;
export const UNPLANNED_DAYS = unplannedStep.days;

type RecordFault = Extract<
  HygieneFaultId,
  'close-date-passed' | 'close-date-pushed' | 'no-close-date' | 'no-next-activity' | 'no-amount'
>;

export interface RecordQuestion {
  readonly table: VisitBlock;
  /** At the instant. */
  readonly amounts: ConvertedAmounts;
  readonly at: EpochMs;
}

/**
 * Since when an open deal's record shows each fault, at an instant; null: it does not. In its first days in a stage a deal may
 * be without a plan or an amount, as in the rule book; a foreign amount without a rate is an amount.
 */
export function recordFaults(
  { deal, enteredAt, ageMs }: WaitingDeal,
  { table, amounts, at }: RecordQuestion,
): Readonly<Record<RecordFault, EpochMs | null>> {
  const closeAt = closeDateOf(table, deal, at);
  const { pushes, lastPushAt } = closeDatePushes(closeDateChangesOf(table.closeDates, deal), at + 1);
  const nextActivityAt = instantOf(table.facts.get('notes_next_activity_date')?.[deal] ?? '');
  const isPlanned = nextActivityAt !== null && nextActivityAt >= at;
  const isPriced = amounts.notConverted[deal] === 1 || (amounts.values[deal] ?? Number.NaN) > 0;
  const isOlderThan = (days: number): boolean => ageMs >= days * DAY_MS;
  const passedAt = closeAt + PASSED_DAYS * DAY_MS;
  return {
    'close-date-passed': passedAt <= at ? passedAt : null,
    'close-date-pushed': pushes >= PUSHED_OFTEN ? lastPushAt : null,
    'no-close-date': Number.isNaN(closeAt) ? unsetSince(table.closeDates, deal, { at, enteredAt }) : null,
    'no-next-activity': !isPlanned && isOlderThan(UNPLANNED_DAYS) ? enteredAt : null,
    'no-amount': !isPriced && isOlderThan(UNPRICED_DAYS) ? unsetSince(table.amounts, deal, { at, enteredAt }) : null,
  };
}

/** When the property was last changed to what it is; of one that was never set, when the deal came where it is. */
function unsetSince(
  { start, at: changedAt }: ChangeColumn,
  deal: number,
  { at, enteredAt }: { readonly at: EpochMs; readonly enteredAt: EpochMs },
): EpochMs {
  const first = start[deal] ?? 0;
  let place = start[deal + 1] ?? 0;
  while (place > first && !((changedAt[place - 1] ?? Number.NaN) <= at)) place -= 1;
  return place > first ? (changedAt[place - 1] ?? enteredAt) : enteredAt;
}
