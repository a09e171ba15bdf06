import { BarChart, type BarChartProps, LineChart } from '@hubspot/ui-extensions';

/** A point of a chart: what stands under it, its height, and the group whose colour it has. */
export interface ChartPoint {
  readonly x: string;
  readonly y: number;
  readonly group: string;
}

type Colors = NonNullable<NonNullable<BarChartProps['axes']['options']>['colors']>;

export interface ChartProps {
  readonly title: string;
  /** Names of the axes. */
  readonly x: string;
  readonly y: string;
  readonly points: readonly ChartPoint[];
  /** By group; left out: HubSpot's own order of colours. */
  readonly colors?: Colors;
  /** Bars stand beside each other unless they are stacked. */
  readonly form?: 'stacked' | 'lines';
  readonly showDataLabels?: boolean;
}

/** Bars or lines with one colour a group. One group alone needs no legend. */
export function Chart({ title, x, y, points, colors, form, showDataLabels = false }: ChartProps) {
  const Form = form === 'lines' ? LineChart : BarChart;
  return (
    <Form
      data={points.map((point) => ({ ...point }))}
      axes={{
        x: { field: 'x', fieldType: 'category', label: x },
        y: { field: 'y', fieldType: 'linear', label: y },
        options: { groupFieldByColor: 'group', stacking: form === 'stacked', ...(colors !== undefined && { colors }) },
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
