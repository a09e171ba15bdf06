import type { DwellQuantile, FilteredEstimate } from '@deal-stage-insights/shared';
import type { Words } from '../language/words.ts';

/** Text of a figure, and of what it rests on. */
export interface EstimateText {
  readonly figure: string;
  readonly evidence: string;
}

export function estimateText(
  estimate: DwellQuantile | FilteredEstimate,
  format: (value: number) => string,
  words: Words,
): EstimateText {
  switch (estimate.kind) {
    case 'estimate': {
      const range = words.range(format(estimate.low), estimate.high === null ? null : format(estimate.high));
      return { figure: format(estimate.value), evidence: words.evidence(range, estimate.n) };
    }
    case 'beyond': {
      const figure = words.moreThan(format(estimate.atLeast));
      return { figure, evidence: words.evidence(figure, estimate.n) };
    }
    case 'insufficient':
      return { figure: '–', evidence: words.notEnough(estimate.n, estimate.needed) };
  }
}
