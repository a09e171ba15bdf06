import type { Insufficient, RevenueRange } from '@deal-stage-insights/shared';
import { useFormats, useWords, Small } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { isInsufficient } from '../figures/forecast.ts';

interface RangeCellProps {
  readonly range: RevenueRange | Insufficient;
  readonly currency: string;
}

/** An amount that is not known yet: its middle, and under it what it may be in eight of ten cases. */
export function RangeCell({ range, currency }: RangeCellProps) {
  const words = useWords();
  const { money } = useFormats();
  if (isInsufficient(range)) return <Small>{words.notEnough(range.n, range.needed)}</Small>;
  return (
    <>
      <Text>{money(range.p50, currency)}</Text>
      <Small>{words.range(money(range.p10, currency), money(range.p90, currency))}</Small>
    </>
  );
}
