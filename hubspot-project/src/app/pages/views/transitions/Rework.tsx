import type { StageRework, TransitionsReport } from '@deal-stage-insights/shared';
import { ChartTile, EstimateFigure, Figure, Section, useFormats } from '@deal-stage-insights/ui';
import { Statistics } from '@hubspot/ui-extensions';
import { FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFrameMessages } from '../../messages/frame.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';

/** What coming back to a stage costs, in time. */
export function Rework({ report: { rework, reworkShare, now, before } }: { readonly report: TransitionsReport }) {
  const { again } = useTransitionsMessages();
  const { common } = useFrameMessages();
  const { duration, count, percent } = useFormats();
  if (now.reworkDays === 0) return null;
  return (
    <Section title={again.title}>
      <Statistics>
        <Figure
          label={again.total}
          number={duration(now.reworkDays)}
          note={common.beforeWas(duration(before.reworkDays))}
        />
        <Figure
          label={common.deals}
          number={count(now.dealsWithReentry)}
          note={common.beforeWas(count(before.dealsWithReentry))}
        />
        <EstimateFigure label={again.share} estimate={reworkShare} format={percent} />
      </Statistics>
      <ChartTile
        title={again.chart}
        x={common.stage}
        y={common.days}
        points={rework.map(({ stage, days }) => ({ x: stage.label, y: Math.round(days), group: common.days }))}
        colors={{ [common.days]: 'yellow' }}
      />
      <ReworkTable rework={rework} />
    </Section>
  );
}

function ReworkTable({ rework }: Pick<TransitionsReport, 'rework'>) {
  const { again } = useTransitionsMessages();
  const { common, behind } = useFrameMessages();
  const { duration } = useFormats();
  const { stage: stageColumn, number, deals } = useColumns<StageRework>();
  const columns = [
    stageColumn(({ stage }) => stage),
    number(again.reentries, (row) => row.reentries),
    deals(
      common.deals,
      (row) => row.deals,
      ({ cell, stage }) => ({ cell, title: behind.of(stage.label, again.reentries) }),
    ),
    number(again.total, (row) => row.days || null, duration),
  ];
  return <FigureTable columns={columns} rows={rework} rowKey={({ stage }) => stage.stageId} />;
}
