import type { Settings } from '@deal-stage-insights/shared';
import { check, type Fault, faultsOf, listIn } from '../edit/faults.ts';
import { sectionSpec } from '../edit/section-spec.ts';

/** The horizons as one writes them: "30, 60, 90". */
export interface HorizonForm {
  readonly days: string;
  readonly headlineDays: number;
}

const HORIZON_DAYS_MAX = 365;
const HORIZONS_MAX = 3;

export const horizonsIn = (text: string): readonly number[] => listIn(text).map(Number);

function daysFault(days: readonly number[]): Fault | null {
  const wrong = days.map((each) => check.whole(each, 1, HORIZON_DAYS_MAX)).find((fault) => fault !== null);
  if (wrong !== undefined) return wrong;
  const isInOrder = days.every((each, place) => place === 0 || each > (days[place - 1] ?? 0));
  return days.length >= 1 && days.length <= HORIZONS_MAX && isInOrder ? null : { kind: 'horizons' };
}

export const horizonsSection = sectionSpec('horizons', {
  formOf: ({ days, headlineDays }: Settings['horizons']): HorizonForm => ({ days: days.join(', '), headlineDays }),
  valueOf: ({ days, headlineDays }: HorizonForm): Settings['horizons'] => ({ days: horizonsIn(days), headlineDays }),
  faultsOf: ({ days, headlineDays }: HorizonForm) =>
    faultsOf([
      ['days', daysFault(horizonsIn(days))],
      ['headlineDays', !horizonsIn(days).includes(headlineDays) && { kind: 'headline' }],
    ]),
});
