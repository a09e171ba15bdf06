import type { StageView } from './pipelines.ts';
import type { Stamp } from './stamp.ts';

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
 * `moved-in`, `moved-out`: from and to another pipeline; `gone`: merged or deleted. `waited`: still in its stage, only older.
 * `pushed`, `pulled-in`: the close date went to a later, or an earlier, day; that changes neither value.
 */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/**
 * Answer of `GET /v1/pipelines/{id}/changes`: the open pipeline then and now, and what lies between. Amounts are in major units of
 * `currency`, the company's, at each deal's rate of now. `before` + all steps = `after`, exactly, in each of the three sums.
 */
export interface ChangesReport extends Stamp {
  readonly pipelineId: string;
  readonly label: string;
  readonly currency: string;
  readonly fromAt: number;
  readonly toAt: number;
  readonly before: OpenPipeline;
  readonly after: OpenPipeline;
  /** In the order of CHANGE_KINDS, each once. */
  readonly steps: readonly ChangeStep[];
  /** The largest changes first; at most 200. */
  readonly rows: readonly ChangedDeal[];
  readonly rowsInAll: number;
  /** Facts that keep no history: filters by them are by what they are now. */
  readonly asNow: readonly string[];
}

export interface OpenPipeline {
  readonly deals: number;
  readonly amount: number;
  /** Amount × chance ever to be won, by today's model at the stage and age of then, or of now. */
  readonly expected: number;
  readonly withoutAmount: number;
}

export interface ChangeStep {
  readonly kind: ChangeKind;
  /** The place of the figure: asks for the deals behind it. */
  readonly cell: string;
  /** Deals that it happened to; one deal may be in several steps. */
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
  readonly fromStage: StageView | null;
  readonly toStage: StageView | null;
  readonly amountThen: number | null;
  readonly amountNow: number | null;
  readonly closeThenAt: number | null;
  readonly closeNowAt: number | null;
  readonly expectedChange: number;
}
