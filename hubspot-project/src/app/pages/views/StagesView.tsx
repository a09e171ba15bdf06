import type { StageFigures, StagesReport } from '@deal-stage-insights/shared';
import { Column, Figure, Section, useFormats } from '@deal-stage-insights/ui';
import { Alert, Statistics, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { SideBySide } from '../components/SideBySide.tsx';
import { bottlenecks, leakiestStage, liveStages, slowestStage } from '../figures/stages.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useStagesMessages } from '../messages/stages.ts';
import { ChosenDeals } from './stages/ChosenDeals.tsx';
import { ConversionTable } from './stages/ConversionTable.tsx';
import { DwellChart, OutcomeChart } from './stages/StageCharts.tsx';
import { PeriodTable } from './stages/PeriodTable.tsx';
import { StageTable } from './stages/StageTable.tsx';
import { Strong } from '../components/Strong.tsx';

/** Time in each stage, what becomes of visits, and what was typed against what was measured. */
export function StagesView({ report }: { readonly report: StagesReport }) {
  const { always } = useStagesMessages();
  const stages = liveStages(report.stages);
  return (
    <>
      <Findings stages={stages} />
      <DealCounts deals={report.deals} />
      <DealsCounted head={report} />
      <SideBySide>
        <OutcomeChart stages={stages} />
        <DwellChart stages={stages} />
      </SideBySide>
      <ChosenDeals report={report} />
      <PeriodTable stages={stages} />
      <ConversionTable stages={stages} />
      <Section title={always}>
        <StageTable stages={stages} horizonDays={report.horizonDays} />
      </Section>
    </>
  );
}

/** The sentences a manager takes away: what became worse comes first. */
function Findings({ stages }: { readonly stages: readonly StageFigures[] }) {
  const messages = useStagesMessages();
  const [slowest, leakiest] = [slowestStage(stages), leakiestStage(stages)];
  const clogged = bottlenecks(stages).map(({ stage }) => stage.label);
  if (slowest === null && leakiest === null) return <Alert title={messages.tooEarly} variant="info" />;
  return (
    <Column gap="xs">
      {clogged.length > 0 ? <Strong>{messages.bottleneck(clogged)}</Strong> : <Text>{messages.noBottleneck}</Text>}
      {slowest !== null && <Text>{messages.slowest(slowest.label, slowest.value)}</Text>}
      {leakiest !== null && <Text>{messages.leakiest(leakiest.label, leakiest.value)}</Text>}
    </Column>
  );
}

function DealCounts({ deals }: Pick<StagesReport, 'deals'>) {
  const { common } = useFrameMessages();
  const { count } = useFormats();
  return (
    <Statistics>
      <Figure label={common.openDeals} number={count(deals.open)} />
      <Figure label={common.won} number={count(deals.won)} />
      <Figure label={common.lost} number={count(deals.lost)} />
    </Statistics>
  );
}
