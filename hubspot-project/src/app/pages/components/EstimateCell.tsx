import type { DwellQuantile } from '@deal-stage-insights/shared';
import { estimateText, Small, useWords } from '@deal-stage-insights/ui';
import { Tag, type TagProps, Text } from '@hubspot/ui-extensions';

interface EstimateCellProps {
  readonly estimate: DwellQuantile;
  readonly format: (value: number) => string;
  /** What the estimate says, in a word. */
  readonly verdict?: { readonly text: string; readonly tone: NonNullable<TagProps['variant']> } | null;
}

/** An estimate as the cell of a table: the figure, and under it its interval, its cases and its verdict. */
export function EstimateCell({ estimate, format, verdict = null }: EstimateCellProps) {
  const { figure, evidence } = estimateText(estimate, format, useWords());
  return (
    <>
      <Text>{figure}</Text>
      <Small>{evidence}</Small>
      {verdict !== null && <Tag variant={verdict.tone}>{verdict.text}</Tag>}
    </>
  );
}
