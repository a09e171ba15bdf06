import type { ReliabilityPoint } from '@deal-stage-insights/shared';
import { BarChart } from '@hubspot/ui-extensions';
import { reliabilityBars } from '../../figures/calibration.ts';
import { useCalibrationMessages } from '../../messages/calibration.ts';

interface ReliabilityChartProps {
  readonly points: readonly ReliabilityPoint[];
  readonly horizonDays: number;
}

/** What was said beside what was seen, group by group. */
export function ReliabilityChart({ points, horizonDays }: ReliabilityChartProps) {
  const { reliability } = useCalibrationMessages();
  const { names } = reliability;
  return (
    <BarChart
      data={reliabilityBars(points).map(({ place, kind, percent }) => ({
        group: String(place),
        percent,
        kind: names[kind],
      }))}
      axes={{
        x: { field: 'group', fieldType: 'category', label: reliability.group },
        y: { field: 'percent', fieldType: 'linear', label: reliability.axis },
        options: { groupFieldByColor: 'kind', colors: { [names.said]: 'aqua', [names.seen]: 'darkBlue' } },
      }}
      options={{ title: reliability.title(horizonDays), showLegend: true, showTooltips: true }}
    />
  );
}
