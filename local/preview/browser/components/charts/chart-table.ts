import type { ChartAxisPair, ChartDataOptions, ChartDataRow, ChartProps } from '@hubspot/ui-extensions';

/** A chart's figures as a table: a row for each place on the x axis, a column for each group. */
export interface ChartTable {
  readonly groups: readonly string[];
  readonly rows: readonly ChartTableRow[];
}

interface ChartTableRow {
  readonly x: string | number;
  /** By group; a group without a row here has no entry. */
  readonly values: Readonly<Record<string, number>>;
}

/** Sums the rows of a chart by place and group, in the order in which they come: HubSpot sorts nothing. */
export function chartTable(data: ChartProps['data'], axes: ChartAxisPair): ChartTable {
  const { rows, labels } = unpacked(data);
  const groupField = axes.options?.groupFieldByColor;
  const label = (field: string, value: string | number): string | number => labels[field]?.[String(value)] ?? value;
  const groups = new Set<string>();
  const byPlace = new Map<string | number, Record<string, number>>();
  for (const row of rows) {
    const x = label(axes.x.field, row[axes.x.field] ?? '');
    const group =
      groupField === undefined ? (axes.y.label ?? axes.y.field) : String(label(groupField, row[groupField] ?? ''));
    groups.add(group);
    const values = byPlace.get(x) ?? {};
    values[group] = (values[group] ?? 0) + Number(row[axes.y.field] ?? 0);
    byPlace.set(x, values);
  }
  return { groups: [...groups], rows: [...byPlace].map(([x, values]) => ({ x, values })) };
}

function unpacked(data: ChartProps['data']): {
  readonly rows: readonly ChartDataRow[];
  readonly labels: NonNullable<ChartDataOptions['propertyLabels']>;
} {
  if (Array.isArray(data)) return { rows: data, labels: {} };
  return { rows: data.data, labels: data.options?.propertyLabels ?? {} };
}
