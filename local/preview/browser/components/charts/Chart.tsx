import type { ChartProps } from '@hubspot/ui-extensions';
import { type ReactNode, useState } from 'react';
import {
  Bar,
  BarChart as Bars,
  CartesianGrid,
  LabelList,
  Legend,
  Line,
  LineChart as Lines,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts';
import { groupColors } from './chart-colors.ts';
import { type ChartTable, chartTable } from './chart-table.ts';
import { ChartDataTable } from './ChartDataTable.tsx';
import { StageTick } from './StageTick.tsx';

const HEIGHT_PX = 260;
const AXIS_PX = 60;
const LEAST_TICK_PX = 48;
const LEGEND_STYLE = { paddingBottom: 12 }; // Clear of the highest bar, however many lines the legend takes.

type Kind = 'bar' | 'line';

export const BarChart = (props: ChartProps) => <Chart kind="bar" {...props} />;
export const LineChart = (props: ChartProps) => <Chart kind="line" {...props} />;

function Chart({ kind, data, axes, options = {} }: ChartProps & { readonly kind: Kind }) {
  const table = chartTable(data, axes);
  const [width, setWidth] = useState(600);
  return (
    <figure className="chart">
      {options.title !== undefined && <figcaption>{options.title}</figcaption>}
      {/* The drawing is for eyes; everybody else, and every test, has the table. */}
      <div aria-hidden="true">
        <ResponsiveContainer width="100%" height={HEIGHT_PX} onResize={(resized) => setWidth(resized)}>
          {kind === 'bar' ? (
            <Bars data={flat(table)} accessibilityLayer={false} margin={{ top: 20, right: 8, bottom: 8, left: 0 }}>
              {...parts(kind, { table, axes, options, width })}
            </Bars>
          ) : (
            <Lines data={flat(table)} accessibilityLayer={false} margin={{ top: 20, right: 16, bottom: 8, left: 0 }}>
              {...parts(kind, { table, axes, options, width })}
            </Lines>
          )}
        </ResponsiveContainer>
      </div>
      <ChartDataTable table={table} axes={axes} title={options.title} />
    </figure>
  );
}

interface Drawn extends Required<Pick<ChartProps, 'axes' | 'options'>> {
  readonly table: ChartTable;
  readonly width: number;
}

/** The children of a chart. A list, because recharts looks at its children's types. */
function parts(kind: Kind, { table, axes, options, width }: Drawn): readonly ReactNode[] {
  const colors = groupColors(table.groups, axes, options);
  const padding = kind === 'line' ? 36 : 0;
  const isStacked = axes.options?.stacking === true;
  const common = { isAnimationActive: false } as const;
  const labels = options.showDataLabels === true;
  const tickPx = (width - AXIS_PX - 2 * padding) / Math.max(1, table.rows.length);
  // Names of stages must all be there; of points in time a line is read without some.
  const everyTick = kind === 'line' ? Math.max(1, Math.ceil(LEAST_TICK_PX / tickPx)) : 1;
  return [
    <CartesianGrid key="grid" vertical={false} stroke="#dfe3eb" />,
    <XAxis
      key="x"
      dataKey="x"
      interval={everyTick - 1}
      height={axes.x.label === undefined ? 52 : 66}
      padding={{ left: padding, right: padding }}
      tickLine={false}
      stroke="#7c98b6"
      tick={<StageTick widthPx={everyTick * tickPx} />}
      {...(axes.x.label !== undefined && { label: xLabel(axes.x.label) })}
      {...(axes.x.fieldType === 'category' ? {} : { tickFormatter: axisFormatter(axes.x.fieldType) })}
    />,
    <YAxis
      key="y"
      width={AXIS_PX}
      {...scaleOf(table, isStacked)}
      tickLine={false}
      axisLine={false}
      stroke="#516f90"
      fontSize={12}
      {...(axes.y.label !== undefined && { label: yLabel(axes.y.label) })}
    />,
    options.showTooltips === true && <Tooltip key="tooltip" isAnimationActive={false} />,
    options.showLegend === true && (
      <Legend key="legend" itemSorter={null} verticalAlign="top" wrapperStyle={LEGEND_STYLE} />
    ),
    ...table.groups.map((group, index) =>
      kind === 'bar' ? (
        <Bar
          key={group}
          name={group}
          dataKey={group}
          fill={colors[index] ?? ''}
          maxBarSize={56}
          {...common}
          {...(isStacked && { stackId: 'all' })}
        >
          {labels && <LabelList dataKey={group} position="top" fontSize={12} fill="#33475b" />}
        </Bar>
      ) : (
        <Line key={group} name={group} dataKey={group} stroke={colors[index] ?? ''} strokeWidth={2} {...common}>
          {labels && <LabelList dataKey={group} position="top" fontSize={12} fill="#33475b" />}
        </Line>
      ),
    ),
  ];
}

const QUARTERS = [0, 25, 50, 75, 100];

/** Stacks of shares that come to 100, up to rounding, are not drawn as if there were more. */
function scaleOf({ rows }: ChartTable, isStacked: boolean) {
  const isWhole = ({ values }: ChartTable['rows'][number]) => {
    const sum = Object.values(values).reduce((all, value) => all + value, 0);
    return Math.abs(sum - 100) <= Object.keys(values).length;
  };
  const isShares = isStacked && rows.length > 0 && rows.every(isWhole);
  return isShares ? { domain: [0, 100], ticks: QUARTERS, allowDataOverflow: true } : {};
}

/** Rows by field name: the order of keys is not kept on the way from the card. */
const flat = ({ rows }: ChartTable) => rows.map(({ x, values }) => ({ x, ...values }));

const LABEL_STYLE = { fill: '#516f90', fontSize: 12 } as const;

const xLabel = (value: string) => ({ value, position: 'insideBottom', style: LABEL_STYLE }) as const;

const yLabel = (value: string) =>
  ({ value, angle: -90, position: 'insideLeft', style: { ...LABEL_STYLE, textAnchor: 'middle' } }) as const;

const axisFormatter = (fieldType: string) => (value: string | number) =>
  fieldType === 'datetime' ? new Date(value).toISOString().slice(0, 10) : String(value);
