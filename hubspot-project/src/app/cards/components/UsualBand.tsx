import type { UsualDwell } from '@deal-stage-insights/shared';
import { Chart } from '@deal-stage-insights/ui';
import { tenths, usualBand } from '../figures/usual-band.ts';
import { useMessages } from '../messages/use-messages.ts';

const COLORS = ['green', 'aqua', 'yellow', 'darkYellow'] as const;

/** The deal's days beside a column of how long visits of the stage last. */
export function UsualBand({ ageDays, usual }: { readonly ageDays: number; readonly usual: UsualDwell }) {
  const { way, outlook } = useMessages();
  const { band } = outlook;
  const parts = usualBand(usual, band.parts);
  if (parts.length === 0) return null;
  return (
    <Chart
      form="stacked"
      title={band.title}
      x={band.compared}
      y={way.days}
      points={[
        { x: band.thisDeal, y: tenths(ageDays), group: band.soFar },
        ...parts.map(({ part, days }) => ({ x: band.usual, y: days, group: part })),
      ]}
      colors={{
        [band.soFar]: 'orange',
        ...Object.fromEntries(band.parts.map((part, at) => [part, COLORS[at] ?? 'aqua'])),
      }}
    />
  );
}
