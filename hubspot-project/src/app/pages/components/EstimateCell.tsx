import type { DwellQuantile } from '@deal-stage-insights/shared';
import { estimateText, useWords, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';

interface EstimateCellProps {
  readonly estimate: DwellQuantile;
  readonly format: (value: number) => string;
}

/** An estimate as the cell of a table: the figure, and under it its interval and its cases. */
export function EstimateCell({ estimate, format }: EstimateCellProps) {
  const { figure, evidence } = estimateText(estimate, format, useWords());
  return (
    <>
      <Text>{figure}</Text>
      <Small>{evidence}</Small>
    </>
  );
}
