import type { FilteredStage, StagesReport } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStagesMessages } from '../../messages/stages.ts';

/** How the deals that filters chose fare in each stage: told of few deals as well, and whose deals that rests on. */
export function ChosenDeals({ report: { filtered, stages } }: { readonly report: StagesReport }) {
  const { chosen } = useStagesMessages();
  const { common } = useFrameMessages();
  const { percent } = useFormats();
  const { label, number, drawn } = useColumns<FilteredStage>();
  if (filtered === null) return null;
  const labels = new Map(stages.map(({ stage }) => [stage.stageId, stage.label]));
  const columns = [
    label(common.stage, ({ stageId }) => labels.get(stageId) ?? stageId),
    number(common.visitsEnded, (row) => row.left),
    drawn(common.bestGuess, (row) => row.ledOnShare, percent),
    drawn(common.pace, (row) => row.pace, common.times),
  ];
  return (
    <FigureTable title={chosen} columns={columns} rows={filtered} rowKey={({ stageId }) => stageId} rowsAPage={15} />
  );
}
