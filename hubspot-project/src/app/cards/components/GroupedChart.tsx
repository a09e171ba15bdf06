import { BarChart, LineChart, type BarChartProps } from '@hubspot/ui-extensions';

/** A point of a chart: what stands under it, its height, and the group whose colour it has. */
interface GroupedPoint {
  readonly x: string;
  readonly y: number;
  readonly group: string;
}

type Colors = NonNullable<NonNullable<BarChartProps['axes']['options']>['colors']>;

interface GroupedChartProps {
  readonly title: string;
  readonly xLabel: string;
  readonly yLabel: string;
  readonly points: readonly GroupedPoint[];
  readonly colors: Colors;
  readonly form?: 'stacked' | 'lines';
  readonly showDataLabels?: boolean;
}

/** Stacked bars, or lines, with one colour a group. One group alone needs no legend. */
export function GroupedChart({
  title,
  xLabel,
  yLabel,
  points,
  colors,
  form,
  showDataLabels = false,
}: GroupedChartProps) {
  const Chart = form === 'lines' ? LineChart : BarChart;
  return (
    <Chart
      data={points.map((point) => ({ ...point }))}
      axes={{
        x: { field: 'x', fieldType: 'category', label: xLabel },
        y: { field: 'y', fieldType: 'linear', label: yLabel },
        options: { groupFieldByColor: 'group', stacking: form !== 'lines', colors },
      }}
      options={{
        title,
        showLegend: new Set(points.map(({ group }) => group)).size > 1,
        showTooltips: true,
        showDataLabels,
      }}
    />
  );
}
