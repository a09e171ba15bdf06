import type { VelocityFigures, VelocityParts } from '@deal-stage-insights/shared';
import { Chart, ChartTile, Small, useFormats } from '@deal-stage-insights/ui';
import { Tile } from '@hubspot/ui-extensions';
import { Strong } from '../../components/Strong.tsx';
import { factorBars, monthPoints, monthsLeftOut } from '../../figures/velocity.ts';
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

const FEWEST_MONTHS = 2; // One month alone is no course.

/**
 * Months without enough wins are named below, not drawn: a zero there would be wrong, and so would be a line across the gap. So
 * where months are missing, the others stand as bars.
 */
export function MonthsChart({ months, currency }: MonthsProps) {
  const { months: words, velocity } = useVelocityMessages();
  const { month, count } = useFormats();
  const points = monthPoints(months);
  const leftOut = monthsLeftOut(months);
  const title = words.title(currency);
  return (
    <Tile>
      {points.length < FEWEST_MONTHS ? (
        <Strong>{title}</Strong>
      ) : (
        <Chart
          title={title}
          x={words.month}
          y={currency}
          points={points.map(({ day, amount }) => ({ x: month(day), y: amount, group: velocity }))}
          {...(leftOut.length === 0 && { form: 'lines' })}
          colors={{ [velocity]: 'darkBlue' }}
        />
      )}
      {leftOut[0] !== undefined && (
        <Small>
          {words.leftOut(
            leftOut[0].needed,
            leftOut.map(({ day, n }) => `${month(day)} (${count(n)})`),
          )}
        </Small>
      )}
    </Tile>
  );
}
