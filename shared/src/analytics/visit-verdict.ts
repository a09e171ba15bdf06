import type { StalledView } from '../contract/deal-insights.ts';

const NO_NUMBERS = { rule: 'none', now: null, reference: null, threshold: null } as const;

export const NOT_APPLICABLE: StalledView = { verdict: 'not-applicable', ...NO_NUMBERS, n: 0 };
export const NOT_KNOWN: StalledView = { verdict: 'insufficient', ...NO_NUMBERS, n: 0 };

/** A visit whose beginning is unknown is at least as old as it looks: it may be called stalled, but not on track. */
export function visitVerdict(verdict: StalledView, isLate: boolean): StalledView {
  return isLate && verdict.verdict === 'on-track' ? { ...NOT_KNOWN, n: verdict.n } : verdict;
}
