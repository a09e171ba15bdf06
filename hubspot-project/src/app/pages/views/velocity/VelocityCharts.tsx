import type { VelocityFigures, VelocityParts } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { BarChart, LineChart } from '@hubspot/ui-extensions';
import { factorBars, monthPoints } from '../../figures/velocity.ts';
import { useVelocityMessages } from '../../messages/velocity.ts';

export function FactorsChart({ change }: { readonly change: VelocityParts }) {
  const { chart, factors } = useVelocityMessages();
  return (
    <BarChart
      data={factorBars(change).map(({ factor, percent }) => ({ factor: factors[factor], percent }))}
      axes={{
        x: { field: 'factor', fieldType: 'category', label: chart.factor },
        y: { field: 'percent', fieldType: 'linear', label: chart.axis },
      }}
      options={{ title: chart.title, showTooltips: true, showDataLabels: true, colorList: ['aqua'] }}
    />
  );
}

interface MonthsProps {
  readonly months: readonly VelocityFigures[];
  readonly currency: string;
}

/** Months without enough wins are left out: a zero there would be wrong. */
export function MonthsChart({ months, currency }: MonthsProps) {
  const { months: words } = useVelocityMessages();
  const { month } = useFormats();
  return (
    <LineChart
      data={monthPoints(months).map(({ day, amount }) => ({ month: month(day), amount }))}
      axes={{
        x: { field: 'month', fieldType: 'category', label: words.month },
        y: { field: 'amount', fieldType: 'linear', label: currency },
      }}
      options={{ title: words.title(currency), showTooltips: true, colorList: ['darkBlue'] }}
    />
  );
}
