import type { SourceFigures } from '@deal-stage-insights/shared';
import { CountedShare, Matrix } from '../../components/Matrix.tsx';
import { stagesOf } from '../../figures/sources.ts';
import { useSourcesMessages } from '../../messages/sources.ts';
import { VERDICT_TONES } from './SourceTables.tsx';
import { useSourceName } from './use-source-name.ts';

/** Sources by stages: how many lead on, tinted where that clearly differs from the others. */
export function SourceMatrix({ sources }: { readonly sources: readonly SourceFigures[] }) {
  const { source: corner, behindStage } = useSourcesMessages();
  const nameOf = useSourceName();
  return (
    <Matrix
      corner={corner}
      columns={stagesOf(sources).map(({ stageId, label }) => ({ id: stageId, name: label }))}
      rows={sources.map((source) => ({ id: source.cell, name: nameOf(source), stages: source.stages }))}
    >
      {({ name, stages }, column) => {
        const figures = stages.find(({ stage }) => stage.stageId === column.id);
        if (figures === undefined || figures.left === 0) return null;
        const { ledOnShare: share, verdict, cell, left: count } = figures;
        return (
          <CountedShare
            {...{ share, cell, count }}
            tone={VERDICT_TONES[verdict]}
            title={behindStage(name, column.name)}
          />
        );
      }}
    </Matrix>
  );
}
