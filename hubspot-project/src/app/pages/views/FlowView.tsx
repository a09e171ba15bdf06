import { type FlowReport, type FlowStage, parseFlowReport } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { AutoGrid, BarChart, LineChart, Tile } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { fillingStages, flowBars, weekPoints } from '../figures/flow.ts';
import { useFlowMessages } from '../messages/flow.ts';
import { FlowTable } from './flow/FlowTable.tsx';
import { Strong } from '../components/Strong.tsx';

const CHART_WIDTH_PX = 420;

/** What came into each stage and left it, what lies there, and whether it piles up. */
export function FlowView() {
  return (
    <ReportScreen viewId="flow" parse={parseFlowReport}>
      {(report) => <FlowOfStages report={report} />}
    </ReportScreen>
  );
}

function FlowOfStages({ report }: { readonly report: FlowReport }) {
  const { filling, steady } = useFlowMessages();
  const { stages } = report;
  const names = fillingStages(stages).map(({ stage }) => stage.label);
  return (
    <>
      <Strong>{names.length === 0 ? steady : filling(names)}</Strong>
      <DealsCounted head={report} />
      <AutoGrid columnWidth={CHART_WIDTH_PX} flexible={true} gap="md">
        <Tile>
          <FlowChart stages={stages} />
        </Tile>
        <Tile>
          <WeeksChart stages={stages} />
        </Tile>
      </AutoGrid>
      <FlowTable stages={stages} />
    </>
  );
}

interface StagesProps {
  readonly stages: readonly FlowStage[];
}

function FlowChart({ stages }: StagesProps) {
  const { chart, stage } = useFlowMessages();
  const { directions } = chart;
  return (
    <BarChart
      data={flowBars(stages).map(({ direction, ...bar }) => ({ ...bar, direction: directions[direction] }))}
      axes={{
        x: { field: 'stage', fieldType: 'category', label: stage },
        y: { field: 'deals', fieldType: 'linear', label: chart.axis },
        options: {
          groupFieldByColor: 'direction',
          colors: { [directions.in]: 'aqua', [directions.out]: 'darkBlue' },
        },
      }}
      options={{ title: chart.title, showLegend: true, showTooltips: true }}
    />
  );
}

function WeeksChart({ stages }: StagesProps) {
  const { weeks } = useFlowMessages();
  const { shortDay } = useFormats();
  return (
    <LineChart
      data={weekPoints(stages).map(({ day, ...point }) => ({ ...point, week: shortDay(day) }))}
      axes={{
        x: { field: 'week', fieldType: 'category', label: weeks.week },
        y: { field: 'deals', fieldType: 'linear', label: weeks.axis },
        options: { groupFieldByColor: 'stage' },
      }}
      options={{ title: weeks.title, showLegend: true, showTooltips: true }}
    />
  );
}
