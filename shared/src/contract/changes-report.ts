import type { StageView } from './pipelines.ts';
import type { ReportHead } from './report.ts';

export const CHANGE_KINDS = [
  'new',
  'reopened',
  'moved-in',
  'moved-on',
  'moved-back',
  'waited',
  'amount-up',
  'amount-down',
  'pushed',
  'pulled-in',
  'won',
  'lost',
  'moved-out',
  'gone',
] as const;
/**
 * `new`: first known in the period; `reopened`: it had been closed. `moved-in`, `moved-out`: from and to another pipeline; `gone`:
 * merged or deleted. `moved-on`, `moved-back`: by the stages then and now, whatever lies between; a deal that is again in the
 * same stage, by how it came there last. `waited`: still in its stage, only older. What moved or waited and changed its amount as
 * well is in both steps: first the stage or age, then the amount.
 * `pushed`, `pulled-in`: the close date went to a later, or an earlier, day; that changes neither value.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Answer of `GET /v1/pipelines/{id}/changes`: the open pipeline at the beginning and at the end of the period, and what lies
 * between. Parked deals are open. Amounts are those of either instant, at each deal's rate of now. `before` + all steps = `after`,
 * to the cent, in each of the three sums.
 */
export interface ChangesReport extends ReportHead {
  /** The instants of `before` and `after`: the bounds of the period. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly before: OpenPipeline;
  readonly after: OpenPipeline;
  /** In the order of CHANGE_KINDS, each once. */
  readonly steps: readonly ChangeStep[];
  /** The largest changes of what is expected first; at most 200. Deals that only waited are not listed. */
  readonly rows: readonly ChangedDeal[];
  readonly rowsInAll: number;
  /** Facts that keep no history: filters by them, and rates of exchange, are by what they are now. */
  readonly asNow: readonly string[];
}

/** In cells `before` and `after`: asks for the deals. */
export interface OpenPipeline {
  readonly deals: number;
  readonly amount: number;
  /**
   * Amount × chance ever to be won, by today's model of the whole pipeline (its life table) at the stage and age of then, or of
   * now: so what changes is the deals, and not the opinion of them.
   */
  readonly expected: number;
  /** In no amount; and in no `expected`, though they have one, because the chance cannot be told. */
  readonly withoutAmount: number;
  readonly withoutChance: number;
}

export interface ChangeStep {
  readonly kind: ChangeKind;
  /** The place of the figure: asks for the deals behind it. */
  readonly cell: string;
  /**
   * Deals that it happened to, and their amount at the end; one deal may be in several steps. A deal that came and went within
   * the period is in the step that brought it and in the one that took it.
   */
  readonly affected: number;
  readonly affectedAmount: number;
  /** What it adds to the open deals, their amount, and what is to be expected of them. */
  readonly deals: number;
  readonly amount: number;
  readonly expected: number;
}

export interface ChangedDeal {
  readonly dealId: string;
  readonly name: string | null;
  readonly kinds: readonly ChangeKind[];
  /** Closed stages too; null: not in this pipeline then, or no longer. */
  readonly fromStage: StageView | null;
  readonly toStage: StageView | null;
  readonly amountThen: number | null;
  readonly amountNow: number | null;
  readonly closeThenAt: number | null;
  readonly closeNowAt: number | null;
  readonly expectedChange: number;
}
