import type { DwellQuantile } from '@deal-stage-insights/shared';
import { estimateText } from '../figures/estimate-text.ts';
import { useWords } from '../language/LanguageProvider.tsx';
import { Figure } from './Figure.tsx';

interface EstimateFigureProps {
  readonly label: string;
  readonly estimate: DwellQuantile;
  /** How one value reads: `formats.percent`, `formats.duration`, … */
  readonly format: (value: number) => string;
}

/** A figure never stands alone: its interval and its number of cases are under it. Belongs into `Statistics`. */
export function EstimateFigure({ label, estimate, format }: EstimateFigureProps) {
  const { figure, evidence } = estimateText(estimate, format, useWords());
  return <Figure label={label} number={figure} note={evidence} />;
}
