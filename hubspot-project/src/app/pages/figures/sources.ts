import type { SourceFigures, SourceStage, StageView } from '@deal-stage-insights/shared';

export interface SourceStageRow extends SourceStage {
  readonly of: SourceFigures;
}

/** Each source and stage as a row of its own, in the order of the report. */
export function sourceStageRows(sources: readonly SourceFigures[]): readonly SourceStageRow[] {
  return sources.flatMap((of) => of.stages.map((stage) => ({ ...stage, of })));
}

/** The stages that any source has figures of, in display order. */
export function stagesOf(sources: readonly SourceFigures[]): readonly StageView[] {
  const stages = new Map(sourceStageRows(sources).map(({ stage }) => [stage.stageId, stage]));
  return [...stages.values()].toSorted((a, b) => a.displayOrder - b.displayOrder);
}

/** What differs clearly from the other sources, either way. */
export function clearDifferences(sources: readonly SourceFigures[]) {
  const rows = sourceStageRows(sources);
  return {
    below: rows.filter(({ verdict }) => verdict === 'below'),
    above: rows.filter(({ verdict }) => verdict === 'above'),
    tested: rows.filter(({ verdict }) => verdict !== 'insufficient').length,
  };
}

export interface CloseBar {
  readonly of: SourceFigures;
  readonly outcome: 'won' | 'lost';
  readonly deals: number;
}

/** Won and lost of each source that closed any. */
export function closeBars(sources: readonly SourceFigures[]): readonly CloseBar[] {
  return sources
    .filter(({ won, lost }) => won + lost > 0)
    .flatMap((of): readonly CloseBar[] => [
      { of, outcome: 'won', deals: of.won },
      { of, outcome: 'lost', deals: of.lost },
    ]);
}
