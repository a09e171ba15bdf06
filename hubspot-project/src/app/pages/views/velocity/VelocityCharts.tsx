import type { VelocityFigures, VelocityParts } from '@deal-stage-insights/shared';
import { ChartTile, useFormats } from '@deal-stage-insights/ui';
import { factorBars, monthPoints } from '../../figures/velocity.ts';
import { useVelocityMessages } from '../../messages/velocity.ts';
import { useFactorNames } from './use-factor-names.ts';

export function FactorsChart({ change }: { readonly change: VelocityParts }) {
  const { chart, factor } = useVelocityMessages();
  const names = useFactorNames();
  return (
    <ChartTile
      title={chart.title}
      x={factor}
      y={chart.axis}
      points={factorBars(change).map((bar) => ({ x: names[bar.factor], y: bar.percent, group: chart.axis }))}
      colors={{ [chart.axis]: 'aqua' }}
      showDataLabels={true}
    />
  );
}

interface MonthsProps {
  readonly months: readonly VelocityFigures[];
  readonly currency: string;
}

/** Months without enough wins are left out: a zero there would be wrong. */
export function MonthsChart({ months, currency }: MonthsProps) {
  const { months: words, velocity } = useVelocityMessages();
  const { month } = useFormats();
  return (
    <ChartTile
      title={words.title(currency)}
      x={words.month}
      y={currency}
      points={monthPoints(months).map(({ day, amount }) => ({ x: month(day), y: amount, group: velocity }))}
      form="lines"
      colors={{ [velocity]: 'darkBlue' }}
    />
  );
}
