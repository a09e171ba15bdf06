import type { Estimate, StageFigures } from '@deal-stage-insights/shared';
import { Column, Small, useFormats } from '@deal-stage-insights/ui';
import { Tag } from '@hubspot/ui-extensions';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStagesMessages } from '../../messages/stages.ts';

/** What the period was like in each stage, against the one before: where it clogs. */
export function PeriodTable({ stages }: { readonly stages: readonly StageFigures[] }) {
  const { period } = useStagesMessages();
  return (
    <FigureTable
      title={period.title}
      columns={usePeriodColumns()}
      rows={stages}
      rowKey={({ stage }) => stage.stageId}
      rowsAPage={15}
    />
  );
}

function usePeriodColumns(): readonly FigureColumn<StageFigures>[] {
  const { period } = useStagesMessages();
  const { behind, common } = useFrameMessages();
  const { duration, percent } = useFormats();
  const { stage: stageColumn, deals } = useColumns<StageFigures>();
  const count = (column: 'entered' | 'left' | 'at-end', title: string, of: (row: StageFigures) => number) =>
    deals(title, of, ({ stage }) => ({ cell: `${stage.stageId}:${column}`, title: behind.of(stage.label, title) }));
  const compared = (
    title: string,
    of: (row: StageFigures) => readonly [now: Estimate, before: Estimate],
    format: (value: number) => string,
  ): FigureColumn<StageFigures> => ({
    title,
    align: 'right',
    sortBy: (row) => estimateValue(of(row)[0]),
    cell: (row) => {
      const [now, before] = of(row);
      const value = estimateValue(before);
      return (
        <>
          <EstimateCell estimate={now} format={format} />
          {value !== null && <Small>{common.beforeWas(format(value))}</Small>}
        </>
      );
    },
  });
  return [
    stageColumn(({ stage }) => stage),
    count('entered', common.cameIn, (row) => row.entered),
    count('left', common.left, (row) => row.left),
    count('at-end', period.atEnd, (row) => row.inProgress.atEnd),
    compared(period.mean, (row) => [row.dwellDaysMean, row.dwellDaysMeanBefore], duration),
    compared(period.lostOfLeft, (row) => [row.lostOfLeft, row.lostOfLeftBefore], percent),
    {
      title: period.against,
      copied: ({ bottleneck }) => bottleneck.reason,
      cell: ({ bottleneck }) => <BottleneckTag bottleneck={bottleneck} />,
    },
  ];
}

/** Of what is no bottleneck: better than before, or slower where deals spend minutes. */
const CHANGES = ['faster', 'fewer', 'slower'] as const;

function BottleneckTag({ bottleneck }: Pick<StageFigures, 'bottleneck'>) {
  const { period } = useStagesMessages();
  const { common } = useFrameMessages();
  const { reason, dwell, losses, takesMostTime } = bottleneck;
  const changed = CHANGES.filter(
    (each) => each === losses || (each === dwell && (reason === null || each === 'faster')),
  );
  const isUnknown = dwell === 'insufficient' && losses === 'insufficient';
  return (
    <Column gap="xs" align="start">
      {reason !== null && <Tag variant="warning">{period.reasons[reason]}</Tag>}
      {changed.map((change) => (
        <Tag key={change}>{period.changes[change]}</Tag>
      ))}
      {reason === null && changed.length === 0 && (
        <Tag>{isUnknown ? common.tooLittleToCompare : common.noClearChange}</Tag>
      )}
      {takesMostTime && <Tag variant="info">{period.takesMostTime}</Tag>}
    </Column>
  );
}
