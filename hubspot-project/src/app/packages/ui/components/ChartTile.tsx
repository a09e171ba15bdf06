import { Tile } from '@hubspot/ui-extensions';
import { Chart, type ChartProps } from './Chart.tsx';

/** A chart in a tile of its own. */
export function ChartTile(props: ChartProps) {
  return (
    <Tile>
      <Chart {...props} />
    </Tile>
  );
}
