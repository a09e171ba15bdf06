import type { Money } from './money.ts';

/** A text in the languages of the product. */
export interface Bilingual {
  readonly en: string;
  readonly fr: string;
}

/** What a number of a hint counts: says how it is written. Shares are 0–1, `instant` is epoch ms, `money` in the company's currency. */
export type EvidenceUnit = 'days' | 'share' | 'deals' | 'times' | 'money' | 'instant';

/** A number that a text rests on. Every number in the text is one of these, written in the text's language. */
export interface Evidence {
  /** For example `ageDays`: the place of the number in the text, and its name in the export. */
  readonly name: string;
  readonly value: number;
  readonly unit: EvidenceUnit;
}

export type NCounts = 'past-deals' | 'this-deal';

/** What a click on a hint does. `none`: there is only something to read. */
export type HintAction =
  | 'create-task'
  | 'change-close-date'
  | 'plan-activity'
  | 'add-contact'
  | 'check-amount'
  | 'move-stage'
  | 'open-report'
  | 'none';

/** One rule's finding about one deal. Dismissed and snoozed ones are not among the hints of an answer. */
export interface Hint {
  /** The rule, the deal and the entry of the visit it speaks of: the same finding has the same id. */
  readonly hintId: string;
  /** A newer API may have rules that a card does not know. */
  readonly ruleId: string;
  readonly message: Bilingual;
  /** What may help, as a suggestion. */
  readonly remedy: Bilingual;
  readonly action: HintAction;
  readonly actionLabel: Bilingual;
  /** Never empty, and never without `n`. */
  readonly evidence: readonly Evidence[];
  /** How much the finding rests on. */
  readonly n: number;
  /** What `n` counts: past deals, or facts of this deal, which were held against no other. Null: the API is older than this. */
  readonly nCounts: NCounts | null;
  /** Amount times what the finding may be worth at most: hints are in this order. Null where the deal has no amount. */
  readonly valueAtStake: Money | null;
  /** Whether a follow-up task was made of it already, and by which task. */
  readonly task: { readonly taskId: string; readonly createdAt: number } | null;
}
