import { DAY_MS, type WinTrendPoint } from '@deal-stage-insights/shared';
import { Chart } from '@deal-stage-insights/ui';
import { useMessages } from '../messages/use-messages.ts';

interface ChanceTrendProps {
  readonly trend: readonly WinTrendPoint[];
  readonly horizonDays: number;
  readonly now: number;
}

const FEWEST_POINTS = 3; // Two points are a difference, not a trend.

/** The chance week by week, up to now. */
export function ChanceTrend({ trend, horizonDays, now }: ChanceTrendProps) {
  const { outlook, win } = useMessages();
  const words = outlook.trend;
  const within = win.withinDays(horizonDays);
  const points = trend.flatMap(({ at, withinHorizon, ever }) => {
    if (withinHorizon === null || ever === null) return [];
    const x = String(Math.round((now - at) / (7 * DAY_MS)));
    return [
      { x, y: Math.round(withinHorizon * 100), group: within },
      { x, y: Math.round(ever * 100), group: words.ever },
    ];
  });
  if (points.length < 2 * FEWEST_POINTS) return null;
  return (
    <Chart
      form="lines"
      title={words.title}
      x={words.weeksAgo}
      y="%"
      points={points}
      colors={{ [within]: 'orange', [words.ever]: 'aqua' }}
    />
  );
}
