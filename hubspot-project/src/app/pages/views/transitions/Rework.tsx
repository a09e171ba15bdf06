import type { StageRework, TransitionsReport } from '@deal-stage-insights/shared';
import { EstimateFigure, useFormats } from '@deal-stage-insights/ui';
import { Flex, Heading, Statistics, StatisticsItem, Text, Tile } from '@hubspot/ui-extensions';
import { DealsCount } from '../../components/DealsCount.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { GroupedBars } from '../../components/GroupedBars.tsx';
import { useTransitionsMessages } from '../../messages/transitions.ts';

/** What coming back to a stage costs, in time. */
export function Rework({ report: { rework, reworkShare, now, before } }: { readonly report: TransitionsReport }) {
  const { again, before: beforeText } = useTransitionsMessages();
  const { duration, count, percent } = useFormats();
  if (now.reworkDays === 0) return null;
  return (
    <Flex direction="column" gap="sm">
      <Heading>{again.title}</Heading>
      <Statistics>
        <StatisticsItem label={again.total} number={duration(now.reworkDays)}>
          <Text variant="microcopy">{beforeText(duration(before.reworkDays))}</Text>
        </StatisticsItem>
        <StatisticsItem label={again.deals} number={count(now.dealsWithReentry)}>
          <Text variant="microcopy">{beforeText(count(before.dealsWithReentry))}</Text>
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
    </Flex>
  );
}

function ReworkTable({ rework }: Pick<TransitionsReport, 'rework'>) {
  const { again } = useTransitionsMessages();
  const { duration, count } = useFormats();
  const columns: readonly FigureColumn<StageRework>[] = [
    {
      id: 'stage',
      title: again.stage,
      sortBy: ({ stage }) => stage.displayOrder,
      copied: ({ stage }) => stage.label,
      cell: ({ stage }) => stage.label,
    },
    {
      id: 'reentries',
      title: again.reentries,
      align: 'right',
      sortBy: ({ reentries }) => reentries,
      cell: ({ reentries }) => count(reentries),
    },
    {
      id: 'deals',
      title: again.deals,
      align: 'right',
      sortBy: ({ deals }) => deals,
      cell: ({ deals, cell, stage }) => <DealsCount cell={cell} title={again.behind(stage.label)} count={deals} />,
    },
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
