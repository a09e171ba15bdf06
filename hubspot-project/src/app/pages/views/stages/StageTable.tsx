import type { DwellQuantile, StageFigures } from '@deal-stage-insights/shared';
import { Column, Small, useFormats } from '@deal-stage-insights/ui';
import { Tag, Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { typedVerdict } from '../../figures/stages.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStagesMessages } from '../../messages/stages.ts';

interface StageTableProps {
  readonly stages: readonly StageFigures[];
  readonly horizonDays: number;
}

/** Every figure of every stage, with its interval and its cases. */
export function StageTable({ stages, horizonDays }: StageTableProps) {
  const messages = useStagesMessages();
  const { common } = useFrameMessages();
  const { duration, percent } = useFormats();
  const { number, estimate } = useColumns<StageFigures>();
  const origin = (figure: DwellQuantile) =>
    figure.kind !== 'insufficient' && (figure.from === 'pipeline' || figure.from === 'portal')
      ? common.mostlyOf[figure.from]
      : null;
  const atWork = (figure: DwellQuantile, hours: DwellQuantile | undefined) =>
    hours?.kind === 'estimate' ? messages.working(hours.value) : origin(figure);
  const columns: readonly FigureColumn<StageFigures>[] = [
    {
      title: common.stage,
      sortBy: ({ stage }) => stage.displayOrder,
      copied: ({ stage }) => stage.label,
      cell: ({ stage }) => <StageName stage={stage} />,
    },
    number(messages.visits, (row) => row.visits),
    number(common.stillThere, (row) => row.open),
    estimate(
      common.halfWithin,
      (row) => row.dwellDaysMedian,
      duration,
      (row) => atWork(row.dwellDaysMedian, row.workingTime?.hoursMedian),
    ),
    estimate(
      messages.ninety,
      (row) => row.dwellDaysP90,
      duration,
      (row) => atWork(row.dwellDaysP90, row.workingTime?.hoursP90),
    ),
    estimate(common.goOn, (row) => row.advanceShare, percent),
    estimate(common.lost, (row) => row.lossShare, percent),
    estimate(
      messages.within(horizonDays),
      (row) => row.winWithinHorizon,
      percent,
      (row) => origin(row.winWithinHorizon),
    ),
    estimate(
      messages.ever,
      (row) => row.winEver,
      percent,
      (row) => origin(row.winEver),
    ),
    {
      title: messages.typed,
      sortBy: ({ stage }) => stage.typedProbability,
      cell: (row) => <TypedCell row={row} />,
    },
  ];
  return <FigureTable columns={columns} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />;
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
    <Column gap="xs" align="start">
      <Text>{typed === null ? noTyped : percent(typed)}</Text>
      {verdict !== null && <Tag variant={TONES[verdict]}>{verdicts[verdict]}</Tag>}
    </Column>
  );
}
