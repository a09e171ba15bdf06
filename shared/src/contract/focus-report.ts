import type { DwellQuantile, Estimate } from './estimate.ts';
import type { Bilingual } from './hints.ts';
import type { StageView } from './pipelines.ts';
import type { ReportHead } from './report.ts';
import type { StalledDeal } from './stalled-report.ts';

/**
 * Answer of `GET /v1/pipelines/{id}/focus`: the deals most worth working on, and those to win back, at the report's instant. A
 * period plays no part. It is made on request and stored nowhere. Chances are those of the life table, as in verdicts, by the
 * figures of the whole pipeline whatever the filters.
 */
export interface FocusReport extends ReportHead {
  readonly headline: Bilingual;
  /** "Soon" of the sign `late-soon`, and how far ahead `winEverLater` looks. */
  readonly soonDays: number;
  readonly laterDays: number;
  /** In columns `focus`, `late-soon`, `calm`, `waiting` and `parked`: asks for the deals. */
  readonly counts: FocusCounts;
  /** Of `rows` in all: sum of amount × chance ever to be won. */
  readonly valueAtStake: number;
  /** Open deals with an amount that something asks attention for, the most at stake first; then without a known chance by amount; at most 200. */
  readonly rows: readonly FocusDeal[];
  readonly rowsInAll: number;
  /** The same without an amount, or not to be converted, the likeliest to be won first: nothing is guessed in its stead. At most 50. */
  readonly withoutAmount: readonly FocusDeal[];
  /** Deals in parked stages, such as abandoned carts, in the order of `rows`; at most 100. */
  readonly parked: readonly FocusDeal[];
  readonly winBack: WinBack;
  /** Lost deals of the age that `winBack` names, the largest amount first, those without one last; at most 100. */
  readonly lost: readonly LostDeal[];
}

/** Of the deals in open stages: focus, without amount, calm and waiting sum to `open`. Parked and lost deals are not among them. */
export interface FocusCounts {
  readonly open: number;
  readonly focus: number;
  readonly withoutAmount: number;
  /** On track, within the usual time, and something is planned. */
  readonly calm: number;
  /** Said on their cards to wait with reason. */
  readonly waiting: number;
  /** Of `focus` and `withoutAmount`: they pass the usual time of their stage within `soonDays`. */
  readonly lateSoon: number;
  /** Of `focus`: of a chance that cannot be told. They are in no value. */
  readonly withoutChance: number;
  readonly parked: number;
  readonly lost: number;
}

export const FOCUS_SIGNS = ['stalled', 'late', 'late-soon', 'record', 'parked'] as const;
/**
 * What a deal is listed for: it is stalled; it has been in its stage for longer than eight of ten visits, or will be soon; its
 * record alone shows something (silence, nothing planned, a close date gone by or pushed again and again); it is parked.
 */
export type FocusSign = (typeof FOCUS_SIGNS)[number];

export interface FocusDeal extends StalledDeal {
  readonly sign: FocusSign;
  /** Days within which eight of ten visits of the stage end. */
  readonly usualDays: DwellQuantile;
  /** Ever to be won, of visits that are still there `laterDays` later. */
  readonly winEverLater: Estimate;
  /** Amount × how much lower that is than now, never below 0. Null: no amount, or one of the chances cannot be told. */
  readonly lessLater: number | null;
}

/** What became of deals of the whole pipeline that stayed lost for so long, whatever the filters. */
export interface WinBack {
  /** Listed are deals that were lost so many days ago, both ends included: the limits of the win-back hint. */
  readonly daysFrom: number;
  readonly daysTo: number;
  /** Deals that stayed lost for `daysFrom` or longer; those of them that came back to a live stage; those of these that are won now. */
  readonly lostLong: number;
  readonly reopened: number;
  readonly won: number;
  /** Of `lostLong`, so far. Null: none was reopened yet, so that nothing is measured. */
  readonly reopenedShare: Estimate | null;
  readonly wonShare: Estimate | null;
  readonly headline: Bilingual;
}

export interface LostDeal {
  readonly dealId: string;
  readonly name: string | null;
  /** The last live stage before the loss; null: it was lost from the beginning. */
  readonly stage: StageView | null;
  readonly amount: number | null;
  readonly lostDays: number;
  /** The loss is older than what history shows. */
  readonly isAtLeast: boolean;
  readonly reason: string | null;
}
