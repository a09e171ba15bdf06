import { DAY_MS, type DealRecord } from '@deal-stage-insights/shared';
import { aDealRead, aRecord, aTimeline, day } from './builders.ts';

/** The instant of reports about these deals. */
export const WAITING_AS_OF = day(90);

/** An open deal that has been in its stage for so many days. */
export interface Waiting {
  readonly days: number;
  readonly stage?: string;
  readonly amount?: string;
  readonly facts?: Readonly<Record<string, string>>;
  readonly closeDate?: number;
  /** Created long before: its entry is older than what history shows. */
  readonly isOld?: boolean;
}

export function waitingRecord(
  { days, stage = 'new', amount, facts, closeDate, isOld }: Waiting,
  place: number,
): DealRecord {
  const enteredAt = WAITING_AS_OF - days * DAY_MS;
  return aRecord(
    aDealRead({
      dealId: String(1 + place),
      createdAt: isOld === true ? enteredAt - 400 * DAY_MS : enteredAt,
      facts: { dealname: `Deal ${place}`, ...facts },
      histories: {
        // A stage that nobody lists any more belongs to a pipeline by the deal's way.
        dealstage: [...(stage === 'gone' ? aTimeline('new', enteredAt - DAY_MS) : []), ...aTimeline(stage, enteredAt)],
        amount: amount === undefined ? [] : aTimeline(amount, enteredAt),
        closedate: closeDate === undefined ? [] : aTimeline(String(closeDate), enteredAt),
      },
    }),
  );
}
