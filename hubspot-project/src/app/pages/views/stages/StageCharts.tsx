import type { StageFigures } from '@deal-stage-insights/shared';
import { BarChart } from '@hubspot/ui-extensions';
import { dwellBars, outcomeBars } from '../../figures/stages.ts';
import { useStagesMessages } from '../../messages/stages.ts';

interface StageChartProps {
  readonly stages: readonly StageFigures[];
}

/** A bar for each stage, as long as its visits are all of them, in parts by what became of them. */
export function OutcomeChart({ stages }: StageChartProps) {
  const { outcomes, stage } = useStagesMessages();
  const { names } = outcomes;
  return (
    <BarChart
      data={outcomeBars(stages).map(({ stage: label, outcome, percent }) => ({
        stage: label,
        percent,
        outcome: names[outcome],
      }))}
      axes={{
        x: { field: 'stage', fieldType: 'category', label: stage },
        y: { field: 'percent', fieldType: 'linear', label: outcomes.axis },
        options: {
          groupFieldByColor: 'outcome',
          stacking: true,
          colors: {
            [names['went-on']]: 'green',
            [names.back]: 'yellow',
            [names.lost]: 'pink',
            [names.left]: 'purple',
            [names['still-there']]: 'blue',
          },
        },
      }}
      options={{ title: outcomes.title, showLegend: true, showTooltips: true }}
    />
  );
}

/** Half and eight of ten: the distance between the two is how much the time in a stage varies. */
export function DwellChart({ stages }: StageChartProps) {
  const { dwell, stage } = useStagesMessages();
  const { names } = dwell;
  return (
    <BarChart
      data={dwellBars(stages).map(({ stage: label, quantile, days }) => ({
        stage: label,
        days,
        quantile: names[quantile],
      }))}
      axes={{
        x: { field: 'stage', fieldType: 'category', label: stage },
        y: { field: 'days', fieldType: 'linear', label: dwell.axis },
        options: {
          groupFieldByColor: 'quantile',
          colors: { [names.half]: 'aqua', [names['eight-of-ten']]: 'darkBlue' },
        },
      }}
      options={{ title: dwell.title, showLegend: true, showTooltips: true }}
    />
  );
}
