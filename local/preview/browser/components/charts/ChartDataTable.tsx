import type { ChartAxisPair } from '@hubspot/ui-extensions';
import type { ChartTable } from './chart-table.ts';

interface DataTableProps {
  readonly table: ChartTable;
  readonly axes: ChartAxisPair;
  readonly title: string | undefined;
}

/** A chart's figures for those who do not see it. */
export function ChartDataTable({ table, axes, title }: DataTableProps) {
  return (
    // A table ignores a width of one pixel, so the box around it hides it: else a wide one widens the page.
    <div className="visually-hidden">
      <table>
        <caption>{title ?? 'Figures of the chart'}</caption>
        <thead>
          <tr>
            <th scope="col">{axes.x.label ?? axes.x.field}</th>
            {table.groups.map((group) => (
              <th key={group} scope="col">
                {group}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map(({ x, values }) => (
            <tr key={x}>
              <th scope="row">{x}</th>
              {table.groups.map((group) => (
                <td key={group}>{values[group]}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
