import type { StageRework, TransitionsReport } from '@deal-stage-insights/shared';
import { EstimateFigure, useFormats, Section, Small } from '@deal-stage-insights/ui';
import { Statistics, StatisticsItem, Tile } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { GroupedBars } from '../../components/GroupedBars.tsx';
import { useTransitionsMessages } from '../../messages/transitions.ts';
import { numberColumn, stageColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';

/** What coming back to a stage costs, in time. */
export function Rework({ report: { rework, reworkShare, now, before } }: { readonly report: TransitionsReport }) {
  const { again, before: beforeText } = useTransitionsMessages();
  const { duration, count, percent } = useFormats();
  if (now.reworkDays === 0) return null;
  return (
    <Section title={again.title}>
      <Statistics>
        <StatisticsItem label={again.total} number={duration(now.reworkDays)}>
          <Small>{beforeText(duration(before.reworkDays))}</Small>
        </StatisticsItem>
        <StatisticsItem label={again.deals} number={count(now.dealsWithReentry)}>
          <Small>{beforeText(count(before.dealsWithReentry))}</Small>
        </StatisticsItem>
        <EstimateFigure label={again.share} estimate={reworkShare} format={percent} />
      </Statistics>
      <Tile>
        <GroupedBars
          title={again.chart}
          labels={{ x: again.stage, y: again.days }}
          points={rework.map(({ stage, days }) => ({ x: stage.label, y: Math.round(days), group: again.days }))}
          colors={{ [again.days]: 'yellow' }}
        />
      </Tile>
      <ReworkTable rework={rework} />
    </Section>
  );
}

function ReworkTable({ rework }: Pick<TransitionsReport, 'rework'>) {
  const { again } = useTransitionsMessages();
  const { duration, count } = useFormats();
  const columns: readonly FigureColumn<StageRework>[] = [
    stageColumn(again.stage, ({ stage }) => stage),
    numberColumn({ id: 'reentries', title: again.reentries, of: ({ reentries }) => reentries, format: count }),
    dealsColumn({
      id: 'deals',
      title: again.deals,
      of: ({ deals }) => deals,
      place: ({ cell, stage }) => ({ cell, title: again.behind(stage.label) }),
    }),
    {
      id: 'days',
      title: again.total,
      align: 'right',
      sortBy: ({ days }) => days,
      cell: ({ days }) => (days === 0 ? '–' : duration(days)),
    },
  ];
  return <FigureTable columns={columns} rows={rework} rowKey={({ stage }) => stage.stageId} />;
}
