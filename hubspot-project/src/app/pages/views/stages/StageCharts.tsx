import type { StageFigures } from '@deal-stage-insights/shared';
import { ChartTile } from '@deal-stage-insights/ui';
import { dwellBars, outcomeBars } from '../../figures/stages.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStagesMessages } from '../../messages/stages.ts';

interface StageChartProps {
  readonly stages: readonly StageFigures[];
}

/** A bar for each stage, as long as its visits are all of them, in parts by what became of them. */
export function OutcomeChart({ stages }: StageChartProps) {
  const { outcomes } = useStagesMessages();
  const { common } = useFrameMessages();
  const { names } = outcomes;
  return (
    <ChartTile
      title={outcomes.title}
      x={common.stage}
      y={outcomes.axis}
      points={outcomeBars(stages).map(({ stage, outcome, percent }) => ({
        x: stage,
        y: percent,
        group: names[outcome],
      }))}
      form="stacked"
      colors={{
        [names['went-on']]: 'green',
        [names.back]: 'yellow',
        [names.lost]: 'pink',
        [names.left]: 'purple',
        [names['still-there']]: 'blue',
      }}
    />
  );
}

/** Half and eight of ten: the distance between the two is how much the time in a stage varies. */
export function DwellChart({ stages }: StageChartProps) {
  const { dwell } = useStagesMessages();
  const { common } = useFrameMessages();
  const { names } = dwell;
  return (
    <ChartTile
      title={dwell.title}
      x={common.stage}
      y={common.days}
      points={dwellBars(stages).map(({ stage, quantile, days }) => ({ x: stage, y: days, group: names[quantile] }))}
      colors={{ [names.half]: 'aqua', [names['eight-of-ten']]: 'darkBlue' }}
    />
  );
}
