import type { StageFigures } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStagesMessages } from '../../messages/stages.ts';

/** How many of the deals that first came in the period go on, each of the three ways to count them under its name. */
export function ConversionTable({ stages }: { readonly stages: readonly StageFigures[] }) {
  const { conversion } = useStagesMessages();
  const { common } = useFrameMessages();
  const { percent } = useFormats();
  const { stage, number, estimate } = useColumns<StageFigures>();
  const columns: readonly FigureColumn<StageFigures>[] = [
    stage((row) => row.stage),
    number(common.cameIn, (row) => row.conversions.entered),
    number(common.stillThere, (row) => row.conversions.stillWaiting),
    estimate(conversion.allStages, (row) => row.conversions.allStages, percent),
    estimate(conversion.anyStage, (row) => row.conversions.anyStage, percent),
    estimate(conversion.enteredCohort, (row) => row.conversions.enteredCohort, percent),
  ];
  return (
    <FigureTable
      title={conversion.title}
      columns={columns}
      rows={stages}
      rowKey={(row) => row.stage.stageId}
      rowsAPage={15}
    />
  );
}
