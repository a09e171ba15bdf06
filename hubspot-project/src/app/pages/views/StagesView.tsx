import { parseStagesReport, type StageFigures, type StagesReport } from '@deal-stage-insights/shared';
import { useFormats, Section } from '@deal-stage-insights/ui';
import { Alert, AutoGrid, Flex, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { bottlenecks, leakiestStage, liveStages, slowestStage } from '../figures/stages.ts';
import { useStagesMessages } from '../messages/stages.ts';
import { DwellChart, OutcomeChart } from './stages/StageCharts.tsx';
import { PeriodTable } from './stages/PeriodTable.tsx';
import { StageTable } from './stages/StageTable.tsx';
import { Strong } from '../components/Strong.tsx';

const CHART_WIDTH_PX = 420;

/** Time in each stage, what becomes of visits, and what was typed against what was measured. */
export function StagesView() {
  return (
    <ReportScreen viewId="stages" parse={parseStagesReport}>
      {(report) => <StagesFigures report={report} />}
    </ReportScreen>
  );
}

function StagesFigures({ report }: { readonly report: StagesReport }) {
  const { always } = useStagesMessages();
  const stages = liveStages(report.stages);
  return (
    <>
      <Findings stages={stages} />
      <DealCounts deals={report.deals} />
      <DealsCounted head={report} />
      <AutoGrid columnWidth={CHART_WIDTH_PX} flexible={true} gap="md">
        <Tile>
          <OutcomeChart stages={stages} />
        </Tile>
        <Tile>
          <DwellChart stages={stages} />
        </Tile>
      </AutoGrid>
      <PeriodTable stages={stages} />
      <Section title={always}>
        <StageTable stages={stages} horizonDays={report.horizonDays} />
      </Section>
    </>
  );
}

/** The two sentences a manager takes away. */
function Findings({ stages }: { readonly stages: readonly StageFigures[] }) {
  const messages = useStagesMessages();
  const [slowest, leakiest] = [slowestStage(stages), leakiestStage(stages)];
  const clogged = bottlenecks(stages).map(({ stage }) => stage.label);
  if (slowest === null && leakiest === null) return <Alert title={messages.tooEarly} variant="info" />;
  return (
    <Flex direction="column" gap="xs">
      {slowest !== null && <Strong>{messages.slowest(slowest.label, slowest.value)}</Strong>}
      {leakiest !== null && <Strong>{messages.leakiest(leakiest.label, leakiest.value)}</Strong>}
      <Text>{clogged.length > 0 ? messages.bottleneck(clogged) : messages.noBottleneck}</Text>
    </Flex>
  );
}

function DealCounts({ deals }: Pick<StagesReport, 'deals'>) {
  const { deals: words } = useStagesMessages();
  const { count } = useFormats();
  return (
    <Flex direction="column" gap="xs">
      <Statistics>
        <StatisticsItem label={words.open} number={count(deals.open)} />
        <StatisticsItem label={words.won} number={count(deals.won)} />
        <StatisticsItem label={words.lost} number={count(deals.lost)} />
      </Statistics>
    </Flex>
  );
}
