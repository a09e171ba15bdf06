import type { FlowReport } from '@deal-stage-insights/shared';
import { ChartTile, useFormats } from '@deal-stage-insights/ui';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { SideBySide } from '../components/SideBySide.tsx';
import { Strong } from '../components/Strong.tsx';
import { fillingStages, flowBars, weekPoints } from '../figures/flow.ts';
import { useFlowMessages } from '../messages/flow.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { FlowTable } from './flow/FlowTable.tsx';

/** What came into each stage and left it, what lies there, and whether it piles up. */
export function FlowView({ report }: { readonly report: FlowReport }) {
  const { filling, steady, chart, weeks } = useFlowMessages();
  const { common } = useFrameMessages();
  const { shortDay } = useFormats();
  const { stages } = report;
  const directions = { in: common.cameIn, out: common.left };
  const names = fillingStages(stages).map(({ stage }) => stage.label);
  return (
    <>
      <Strong>{names.length === 0 ? steady : filling(names)}</Strong>
      <DealsCounted head={report} />
      <SideBySide>
        <ChartTile
          title={chart.title}
          x={common.stage}
          y={common.deals}
          points={flowBars(stages).map(({ stage, direction, deals }) => ({
            x: stage,
            y: deals,
            group: directions[direction],
          }))}
          colors={{ [directions.in]: 'aqua', [directions.out]: 'darkBlue' }}
        />
        <ChartTile
          title={weeks.title}
          x={weeks.week}
          y={common.deals}
          points={weekPoints(stages).map(({ day, stage, deals }) => ({ x: shortDay(day), y: deals, group: stage }))}
          form="lines"
        />
      </SideBySide>
      <FlowTable stages={stages} />
    </>
  );
}
