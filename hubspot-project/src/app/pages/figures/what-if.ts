import type { RevenueRange, WhatIfAnswer, WhatIfChange, WhatIfFigures } from '@deal-stage-insights/shared';
import { isInsufficient } from './forecast.ts';

/** The API takes so many at once. */
export const MOST_CHANGES = 10;

/** What is being put together: a kind, where, and how much. */
export interface ChangeDraft {
  readonly kind: WhatIfChange['kind'];
  readonly stageId: string | null;
  readonly dealId: string | null;
  readonly days: number | null;
  readonly percent: number | null;
}

/** Null: something is missing, or out of bounds. */
export function changeOf({ kind, stageId, dealId, days, percent }: ChangeDraft): WhatIfChange | null {
  switch (kind) {
    case 'cut-slow-tail':
      return stageId === null || days === null || days < 0 ? null : { kind, stageId, days };
    case 'lift-conversion':
      if (stageId === null || percent === null || percent < 0 || percent > 100) return null;
      return { kind, stageId, shareOfLosses: percent / 100 };
    case 'lose-deal':
      return dealId === null ? null : { kind, dealId };
  }
}

/** The same place twice would be asked for twice: the newer change replaces the older. */
export function withChange(changes: readonly WhatIfChange[], change: WhatIfChange): readonly WhatIfChange[] {
  const place = placeOf(change);
  return [...changes.filter((other) => placeOf(other) !== place), change].slice(-MOST_CHANGES);
}

export const placeOf = (change: WhatIfChange): string =>
  `${change.kind} ${change.kind === 'lose-deal' ? change.dealId : change.stageId}`;

export interface ComparedRange {
  readonly part: 'total' | 'open' | 'newBusiness';
  readonly before: RevenueRange;
  readonly after: RevenueRange;
}

/** The parts of the revenue that are known on both sides; none where too little is known of the pipeline. */
export function comparedRanges({ before, after }: Pick<WhatIfAnswer, 'before' | 'after'>): readonly ComparedRange[] {
  if (isInsufficient(before) || isInsufficient(after)) return [];
  return PARTS.flatMap((part): readonly ComparedRange[] => {
    const [then, now] = [before[part], after[part]];
    return isInsufficient(then) || isInsufficient(now) ? [] : [{ part, before: then, after: now }];
  });
}

const PARTS = ['total', 'open', 'newBusiness'] as const satisfies readonly (keyof WhatIfFigures)[];
