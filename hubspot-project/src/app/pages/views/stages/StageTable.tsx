import type { StageFigures } from '@deal-stage-insights/shared';
import { useFormats, Small } from '@deal-stage-insights/ui';
import { Flex, Tag, Text } from '@hubspot/ui-extensions';

import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';

import { typedVerdict } from '../../figures/stages.ts';
import { useStagesMessages } from '../../messages/stages.ts';
import { estimateColumn, numberColumn } from '../../components/columns.tsx';

interface StageTableProps {
  readonly stages: readonly StageFigures[];
  readonly horizonDays: number;
}

/** Every figure of every stage, with its interval and its cases. */
export function StageTable({ stages, horizonDays }: StageTableProps) {
  return (
    <FigureTable columns={useColumns(horizonDays)} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />
  );
}

function useColumns(horizonDays: number): readonly FigureColumn<StageFigures>[] {
  const messages = useStagesMessages();
  const { count, duration, percent } = useFormats();
  const numbers = [
    { id: 'visits', title: messages.visits, of: ({ visits }: StageFigures) => visits, format: count },
    { id: 'open', title: messages.stillThere, of: ({ open }: StageFigures) => open, format: count },
  ];
  const estimates = [
    { id: 'median', title: messages.median, of: (row: StageFigures) => row.dwellDaysMedian, format: duration },
    { id: 'p90', title: messages.ninety, of: (row: StageFigures) => row.dwellDaysP90, format: duration },
    { id: 'advance', title: messages.goesOn, of: (row: StageFigures) => row.advanceShare, format: percent },
    { id: 'loss', title: messages.lost, of: (row: StageFigures) => row.lossShare, format: percent },
    {
      id: 'won',
      title: messages.within(horizonDays),
      of: (row: StageFigures) => row.winWithinHorizon,
      format: percent,
    },
    { id: 'ever', title: messages.ever, of: (row: StageFigures) => row.winEver, format: percent },
  ];
  return [
    {
      id: 'stage',
      title: messages.stage,
      sortBy: ({ stage }) => stage.displayOrder,
      copied: ({ stage }) => stage.label,
      cell: ({ stage }) => <StageName stage={stage} />,
    },
    ...numbers.map((column) => numberColumn(column)),
    ...estimates.map((column) => estimateColumn(column)),
    {
      id: 'typed',
      title: messages.typed,
      sortBy: ({ stage }) => stage.typedProbability,
      cell: (row) => <TypedCell row={row} />,
    },
  ];
}

function StageName({ stage }: Pick<StageFigures, 'stage'>) {
  const { unknownStage, parked } = useStagesMessages();
  return (
    <>
      <Text>{stage.label}</Text>
      {stage.isUnknown && <Small>{unknownStage}</Small>}
      {stage.role === 'parked' && <Small>{parked}</Small>}
    </>
  );
}

const TONES = { fits: 'success', 'too-high': 'warning', 'too-low': 'info' } as const;

function TypedCell({ row }: { readonly row: StageFigures }) {
  const { noTyped, verdicts } = useStagesMessages();
  const { percent } = useFormats();
  const typed = row.stage.typedProbability;
  const verdict = typedVerdict(typed, row.winEver);
  return (
    <Flex direction="column" gap="xs" align="start">
      <Text>{typed === null ? noTyped : percent(typed)}</Text>
      {verdict !== null && <Tag variant={TONES[verdict]}>{verdicts[verdict]}</Tag>}
    </Flex>
  );
}
