import type { Estimate, StageFigures } from '@deal-stage-insights/shared';
import { useFormats, Section, Small } from '@deal-stage-insights/ui';
import { Flex, Tag } from '@hubspot/ui-extensions';
import { EstimateCell } from '../../components/EstimateCell.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { estimateValue } from '../../figures/estimate-value.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStagesMessages } from '../../messages/stages.ts';
import { stageColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';

/** What the period was like in each stage, against the one before: where it clogs. */
export function PeriodTable({ stages }: { readonly stages: readonly StageFigures[] }) {
  const { period } = useStagesMessages();
  return (
    <Section title={period.title}>
      <FigureTable columns={useColumns()} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />
    </Section>
  );
}

interface CountColumn {
  readonly id: 'entered' | 'left' | 'at-end';
  readonly title: string;
  readonly of: (row: StageFigures) => number;
}

interface ComparedColumn {
  readonly id: string;
  readonly title: string;
  readonly of: (row: StageFigures) => Estimate;
  readonly before: (row: StageFigures) => Estimate;
  readonly format: (value: number) => string;
}

function useColumns(): readonly FigureColumn<StageFigures>[] {
  const { stage: stageTitle, period } = useStagesMessages();
  const { behind } = useFrameMessages();
  const { duration, percent } = useFormats();
  const counts: readonly CountColumn[] = [
    { id: 'entered', title: period.entered, of: ({ entered }) => entered },
    { id: 'left', title: period.left, of: ({ left }) => left },
    { id: 'at-end', title: period.atEnd, of: ({ inProgress }) => inProgress.atEnd },
  ];
  const compared: readonly ComparedColumn[] = [
    {
      id: 'mean',
      title: period.mean,
      of: (row) => row.dwellDaysMean,
      before: (row) => row.dwellDaysMeanBefore,
      format: duration,
    },
    {
      id: 'lost',
      title: period.lostOfLeft,
      of: (row) => row.lostOfLeft,
      before: (row) => row.lostOfLeftBefore,
      format: percent,
    },
  ];
  return [
    stageColumn(stageTitle, ({ stage }) => stage),
    ...counts.map(({ id, title, of }) =>
      dealsColumn({
        id,
        title,
        of,
        place: ({ stage }) => ({ cell: `${stage.stageId}:${id}`, title: behind.of(stage.label, title) }),
      }),
    ),
    ...compared.map(
      ({ id, title, of, before, format }): FigureColumn<StageFigures> => ({
        id,
        title,
        sortBy: (row) => estimateValue(of(row)),
        cell: (row) => (
          <>
            <EstimateCell estimate={of(row)} format={format} />
            <BeforeLine estimate={before(row)} format={format} />
          </>
        ),
      }),
    ),
    {
      id: 'verdict',
      title: period.against,
      copied: ({ bottleneck }) => bottleneck.reason,
      cell: ({ bottleneck }) => <BottleneckTag bottleneck={bottleneck} />,
    },
  ];
}

interface BeforeLineProps {
  readonly estimate: Estimate;
  readonly format: (value: number) => string;
}

function BeforeLine({ estimate, format }: BeforeLineProps) {
  const { period } = useStagesMessages();
  const value = estimateValue(estimate);
  return value === null ? null : <Small>{period.before(format(value))}</Small>;
}

function BottleneckTag({ bottleneck }: Pick<StageFigures, 'bottleneck'>) {
  const { period } = useStagesMessages();
  const { reason, dwell, losses, takesMostTime } = bottleneck;
  const isUnknown = dwell === 'insufficient' && losses === 'insufficient';
  return (
    <Flex direction="column" gap="xs" align="start">
      {reason === null ? (
        <Tag>{isUnknown ? period.unknown : period.noBottleneck}</Tag>
      ) : (
        <Tag variant="warning">{period.reasons[reason]}</Tag>
      )}
      {takesMostTime && <Tag variant="info">{period.takesMostTime}</Tag>}
    </Flex>
  );
}
