import { BarChart, type BarChartProps } from '@hubspot/ui-extensions';

/** A bar, or a part of one: what stands under it, how long it is, and the group whose colour it has. */
interface BarPoint {
  readonly x: string;
  readonly y: number;
  readonly group: string;
}

type ChartAxes = BarChartProps['axes'];

interface GroupedBarsProps {
  readonly title: string;
  readonly labels: { readonly x: string; readonly y: string };
  readonly points: readonly BarPoint[];
  readonly colors: NonNullable<NonNullable<ChartAxes['options']>['colors']>;
  readonly stacking?: boolean;
}

/** Bars with one colour a group, beside or on top of each other. One group alone needs no legend. */
export function GroupedBars({ title, labels, points, colors, stacking = false }: GroupedBarsProps) {
  const axes: ChartAxes = {
    x: { field: 'x', fieldType: 'category', label: labels.x },
    y: { field: 'y', fieldType: 'linear', label: labels.y },
    options: { groupFieldByColor: 'group', stacking, colors },
  };
  const showLegend = points.some(({ group }) => group !== points[0]?.group);
  return (
    <BarChart
      data={points.map((point) => ({ ...point }))}
      axes={axes}
      options={{ title, showLegend, showTooltips: true }}
    />
  );
}
