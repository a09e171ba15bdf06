import type { DealInsights } from '@deal-stage-insights/shared';
import { Section } from '@deal-stage-insights/ui';
import { AutoGrid, Text } from '@hubspot/ui-extensions';
import { ActionsTaken } from './ActionsTaken.tsx';
import { BottleneckTile, ForecastTile, StalledTile } from './PipelineTiles.tsx';
import { TeamBand } from './TeamBand.tsx';
import type { Glance, PipelineGlance } from './glance.ts';
import { useTeamMessages } from './messages.ts';

const TILE_WIDTH_PX = 280;

/** Where the deal stands in its team's usual time, and for those who lead its pipeline: where it clogs, what it brings, what lies still, and what came of what was done. */
export function GlanceView({ glance: { insights, pipeline } }: { readonly glance: Glance }) {
  const { leadersOnly } = useTeamMessages();
  return (
    <>
      <TeamBand insights={insights} />
      {pipeline === null ? <Text>{leadersOnly}</Text> : <PipelineFigures {...{ insights, pipeline }} />}
    </>
  );
}

interface PipelineFiguresProps {
  readonly insights: DealInsights;
  readonly pipeline: PipelineGlance;
}

function PipelineFigures({ insights, pipeline: { stages, forecast, stalled, actions } }: PipelineFiguresProps) {
  const { glance } = useTeamMessages();
  return (
    <>
      <Section title={glance(insights.pipelineLabel)}>
        <AutoGrid columnWidth={TILE_WIDTH_PX} flexible={true} gap="md">
          <BottleneckTile report={stages} pipelineId={insights.pipelineId} />
          <ForecastTile report={forecast} pipelineId={insights.pipelineId} />
          <StalledTile report={stalled} insights={insights} />
        </AutoGrid>
      </Section>
      <ActionsTaken report={actions} />
    </>
  );
}
