import { BarChart } from '@hubspot/ui-extensions';
import type { WayBar } from '../figures/way.ts';
import { useMessages } from '../messages/use-messages.ts';

/** The way as bars: how long each visit took, and which of them were returns. */
export function WayChart({ bars }: { readonly bars: readonly WayBar[] }) {
  const { way } = useMessages();
  const kinds = way.kinds;
  return (
    <BarChart
      data={bars.map(({ label, days, kind }) => ({ stage: label, days, kind: kinds[kind] }))}
      axes={{
        x: { field: 'stage', fieldType: 'category', label: way.stage },
        y: { field: 'days', fieldType: 'linear', label: way.days },
        options: {
          groupFieldByColor: 'kind',
          // Stacked, each visit keeps the full width of its place: it has one kind only.
          stacking: true,
          colors: {
            [kinds.first]: 'aqua',
            [kinds.again]: 'purple',
            [kinds.back]: 'darkYellow',
            [kinds.running]: 'orange',
          },
        },
      }}
      options={{
        title: way.chartTitle,
        showLegend: new Set(bars.map(({ kind }) => kind)).size > 1,
        showTooltips: true,
        showDataLabels: true,
      }}
    />
  );
}
