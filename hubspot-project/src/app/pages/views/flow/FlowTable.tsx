import type { FlowFigures, FlowStage } from '@deal-stage-insights/shared';
import { useFormats, Small } from '@deal-stage-insights/ui';
import { Flex, Tag, Text } from '@hubspot/ui-extensions';
import { DealsCount } from '../../components/DealsCount.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { movingShare, total } from '../../figures/flow.ts';
import { useFlowMessages } from '../../messages/flow.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { stageColumn } from '../../components/columns.tsx';

/** Every figure of every stage, with that of the period before under it. */
export function FlowTable({ stages }: { readonly stages: readonly FlowStage[] }) {
  return <FigureTable columns={useColumns()} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />;
}

interface ComparedFigure {
  readonly id: string;
  readonly title: string;
  readonly of: (figures: FlowFigures) => number | null;
  readonly format: (value: number) => string;
  /** Column of the cell that asks for the deals behind it. */
  readonly behind?: 'entered' | 'left' | 'at-end';
}

function useColumns(): readonly FigureColumn<FlowStage>[] {
  const messages = useFlowMessages();
  const { behind: texts } = useFrameMessages();
  const { count, decimal, signed, percent } = useFormats();
  const compared: readonly ComparedFigure[] = [
    { id: 'in', title: messages.cameIn, of: ({ arrivals }) => total(arrivals), format: count, behind: 'entered' },
    { id: 'out', title: messages.left, of: ({ exits }) => total(exits), format: count, behind: 'left' },
    { id: 'now', title: messages.now, of: ({ atEnd }) => atEnd, format: count, behind: 'at-end' },
    { id: 'change', title: messages.change, of: ({ atEnd, atStart }) => atEnd - atStart, format: signed },
    { id: 'mean', title: messages.mean, of: ({ inProgressMean }) => inProgressMean, format: decimal },
    { id: 'moving', title: messages.moving, of: movingShare, format: percent },
    { id: 'pace', title: messages.perWeek, of: ({ throughputPerDay }) => throughputPerDay * 7, format: decimal },
  ];
  return [
    stageColumn(messages.stage, ({ stage }) => stage),
    ...compared.map(
      ({ id, title, of, format, behind }): FigureColumn<FlowStage> => ({
        id,
        title,
        align: 'right',
        sortBy: ({ now }) => of(now),
        cell: ({ stage, now, before }) => {
          const place =
            behind === undefined ? null : { cell: `${stage.stageId}:${behind}`, title: texts.of(stage.label, title) };
          return <Compared now={of(now)} before={of(before)} format={format} place={place} />;
        },
      }),
    ),
    {
      id: 'drift',
      title: messages.drift,
      sortBy: ({ drift }) => (drift.perWeek.kind === 'estimate' ? drift.perWeek.value : null),
      cell: ({ drift }) => <DriftCell drift={drift} />,
    },
  ];
}

interface ComparedProps {
  readonly now: number | null;
  readonly before: number | null;
  readonly format: (value: number) => string;
  /** Where the deals behind it are; null: nowhere. */
  readonly place: { readonly cell: string; readonly title: string } | null;
}

function Compared({ now, before, format, place }: ComparedProps) {
  const messages = useFlowMessages();
  const text = (value: number | null) => (value === null ? '–' : format(value));
  return (
    <>
      {place === null || now === null ? <Text>{text(now)}</Text> : <DealsCount {...place} count={now} />}
      <Small>{messages.before(text(before))}</Small>
    </>
  );
}

const TONES = { filling: 'warning', draining: 'info', 'no-clear-change': 'default', insufficient: 'default' } as const;

function DriftCell({ drift }: Pick<FlowStage, 'drift'>) {
  const { verdicts, dealsAWeek } = useFlowMessages();
  return (
    <Flex direction="column" gap="xs" align="start">
      <Tag variant={TONES[drift.verdict]}>{verdicts[drift.verdict]}</Tag>
      {drift.perWeek.kind === 'estimate' && <Small>{dealsAWeek(drift.perWeek.value)}</Small>}
    </Flex>
  );
}
