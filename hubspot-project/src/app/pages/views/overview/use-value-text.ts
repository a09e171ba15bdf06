import type { OverviewValue } from '@deal-stage-insights/shared';
import { estimateText, type Formats, useFormats, useWords } from '@deal-stage-insights/ui';
import type { AnyFigure } from '../../figures/overview.ts';
import { useFrameMessages } from '../../messages/frame.ts';

/** How a value of a figure reads, and what it rests on. */
export function useValueText(currency: string) {
  const { counted } = useFrameMessages();
  const formats = useFormats();
  const words = useWords();
  return ({ unit }: Pick<AnyFigure, 'unit'>, value: OverviewValue) => {
    const format = unitFormat(unit, formats, currency);
    // A count of deals is its own number of cases.
    if (value.kind === 'counted')
      return { value: format(value.value), evidence: unit === 'deals' ? null : counted.deals(value.n) };
    const { figure, evidence } = estimateText(value, format, words);
    return { value: figure, evidence };
  };
}

export function unitFormat(unit: AnyFigure['unit'], formats: Formats, currency: string): (value: number) => string {
  switch (unit) {
    case 'money':
    case 'money-a-day':
      return (amount) => formats.money(amount, currency);
    case 'deals':
      return formats.count;
    case 'points':
      return formats.decimal;
    case 'share':
      return formats.percent;
    case 'days':
      return formats.duration;
  }
}
