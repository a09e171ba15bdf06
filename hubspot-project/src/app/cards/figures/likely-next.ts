import type { OutcomeKind, OutcomesByDay } from '@deal-stage-insights/shared';

export interface LikelyShare {
  readonly kind: OutcomeKind;
  readonly share: number;
}

const MONTH_DAYS = 30;
/** In the order in which a stacked column is read, from what goes well to what does not. */
const ORDER: readonly OutcomeKind[] = ['won', 'advanced', 'skipped', 'still-here', 'back', 'elsewhere', 'lost'];
const WORTH_DRAWING = 0.005;

/** The shares of one day that are there, in the order of the picture. */
export function sharesOn({ shares }: OutcomesByDay): readonly LikelyShare[] {
  return ORDER.flatMap((kind) => {
    const share = shares.find((each) => each.kind === kind)?.share;
    return share?.kind === 'estimate' && share.value >= WORTH_DRAWING ? [{ kind, share: share.value }] : [];
  });
}

/** The most likely of what has become of the deal in a month, the likeliest first; null where there is no month. */
export function likelyInAMonth(outcomes: readonly OutcomesByDay[], most = 3) {
  const month = outcomes.find(({ days }) => days >= MONTH_DAYS) ?? outcomes.at(-1);
  if (month === undefined) return null;
  const likely = [...sharesOn(month)].sort((one, other) => other.share - one.share).slice(0, most);
  return { days: month.days, likely, n: evidenceOf(month) };
}

function evidenceOf({ shares }: OutcomesByDay): number {
  return Math.max(0, ...shares.map(({ share }) => share.n));
}
