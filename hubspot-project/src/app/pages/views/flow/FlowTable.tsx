import type { FlowFigures, FlowStage } from '@deal-stage-insights/shared';
import { Small, useFormats } from '@deal-stage-insights/ui';
import { Tag, Text } from '@hubspot/ui-extensions';
import { DealsCount } from '../../components/DealsCount.tsx';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { movingShare, total } from '../../figures/flow.ts';
import { useFlowMessages } from '../../messages/flow.ts';
import { useFrameMessages } from '../../messages/frame.ts';

interface ComparedFigure {
  readonly title: string;
  readonly of: (figures: FlowFigures) => number | null;
  readonly format: (value: number) => string;
  /** Column of the cell that asks for the deals behind it. */
  readonly behind?: 'entered' | 'left' | 'at-end';
}

/** Every figure of every stage, with that of the period before under it. */
export function FlowTable({ stages }: { readonly stages: readonly FlowStage[] }) {
  const messages = useFlowMessages();
  const { stage: stageColumn } = useColumns<FlowStage>();
  const { behind: texts, common } = useFrameMessages();
  const { count, decimal, signed, percent } = useFormats();
  const compared: readonly ComparedFigure[] = [
    { title: common.cameIn, of: ({ arrivals }) => total(arrivals), format: count, behind: 'entered' },
    { title: common.left, of: ({ exits }) => total(exits), format: count, behind: 'left' },
    { title: messages.now, of: ({ atEnd }) => atEnd, format: count, behind: 'at-end' },
    { title: common.change, of: ({ atEnd, atStart }) => atEnd - atStart, format: signed },
    { title: messages.mean, of: ({ inProgressMean }) => inProgressMean, format: decimal },
    { title: messages.moving, of: movingShare, format: percent },
    { title: messages.perWeek, of: ({ throughputPerDay }) => throughputPerDay * 7, format: decimal },
  ];
  const columns = [
    stageColumn(({ stage }) => stage),
    ...compared.map(
      ({ title, of, format, behind }): FigureColumn<FlowStage> => ({
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
      title: messages.drift,
      sortBy: ({ drift }: FlowStage) => (drift.perWeek.kind === 'estimate' ? drift.perWeek.value : null),
      cell: ({ drift }: FlowStage) => <DriftCell drift={drift} />,
    },
  ];
  return <FigureTable columns={columns} rows={stages} rowKey={({ stage }) => stage.stageId} rowsAPage={15} />;
}

interface ComparedProps {
  readonly now: number | null;
  readonly before: number | null;
  readonly format: (value: number) => string;
  /** Where the deals behind it are; null: nowhere. */
  readonly place: { readonly cell: string; readonly title: string } | null;
}

function Compared({ now, before, format, place }: ComparedProps) {
  const { common } = useFrameMessages();
  const text = (value: number | null) => (value === null ? '–' : format(value));
  return (
    <>
      {place === null || now === null ? <Text>{text(now)}</Text> : <DealsCount {...place} count={now} />}
      <Small>{common.beforeWas(text(before))}</Small>
    </>
  );
}

const TONES = { filling: 'warning', draining: 'info', 'no-clear-change': 'default', insufficient: 'default' } as const;

function DriftCell({ drift }: Pick<FlowStage, 'drift'>) {
  const { verdicts, dealsAWeek } = useFlowMessages();
  return (
    <>
      <Tag variant={TONES[drift.verdict]}>{verdicts[drift.verdict]}</Tag>
      {drift.perWeek.kind === 'estimate' && <Small>{dealsAWeek(drift.perWeek.value)}</Small>}
    </>
  );
}
