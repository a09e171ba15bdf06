import { Chart } from '@deal-stage-insights/ui';
import type { WayBar } from '../figures/way.ts';
import { useMessages } from '../messages/use-messages.ts';

/** The way as bars: how long each visit took, and which of them were returns. Stacked, each keeps the full width of its place. */
export function WayChart({ bars }: { readonly bars: readonly WayBar[] }) {
  const { way } = useMessages();
  const { kinds } = way;
  return (
    <Chart
      form="stacked"
      title={way.chartTitle}
      x={way.stage}
      y={way.days}
      points={bars.map(({ label, days, kind }) => ({ x: label, y: days, group: kinds[kind] }))}
      colors={{
        [kinds.first]: 'aqua',
        [kinds.again]: 'purple',
        [kinds.back]: 'darkYellow',
        [kinds.running]: 'orange',
      }}
      showDataLabels={true}
    />
  );
}
