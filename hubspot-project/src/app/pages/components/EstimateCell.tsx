import type { DwellQuantile, FilteredEstimate } from '@deal-stage-insights/shared';
import { estimateText, Small, useWords } from '@deal-stage-insights/ui';
import { Tag, type TagProps, Text } from '@hubspot/ui-extensions';

/** What an estimate says, in a word; null: nothing. */
export type Verdict = { readonly text: string; readonly tone: NonNullable<TagProps['variant']> } | null;

interface EstimateCellProps {
  readonly estimate: DwellQuantile | FilteredEstimate;
  readonly format: (value: number) => string;
  /** What else there is to know of it. */
  readonly note?: string | null;
  readonly verdict?: Verdict;
}

/** An estimate as the cell of a table: the figure, and under it its interval, its cases and its verdict. */
export function EstimateCell({ estimate, format, note = null, verdict = null }: EstimateCellProps) {
  const { figure, evidence } = estimateText(estimate, format, useWords());
  return (
    <>
      <Text>{figure}</Text>
      <Small>{evidence}</Small>
      {note !== null && <Small>{note}</Small>}
      {verdict !== null && <Tag variant={verdict.tone}>{verdict.text}</Tag>}
    </>
  );
}
