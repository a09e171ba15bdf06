import type { SourceFigures, SourceStage } from '@deal-stage-insights/shared';
import { useFormats } from '@deal-stage-insights/ui';
import { Tag } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { type SourceStageRow, sourceStageRows } from '../../figures/sources.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useSourcesMessages } from '../../messages/sources.ts';
import { useSourceName } from './use-source-name.ts';

export const VERDICT_TONES = {
  below: 'warning',
  above: 'success',
  'not-distinguishable': 'default',
  insufficient: 'default',
} as const satisfies Record<SourceStage['verdict'], string>;

interface SourcesTableProps {
  readonly sources: readonly SourceFigures[];
  readonly currency: string;
}

/** What each source brought and won. */
export function SourcesTable({ sources, currency }: SourcesTableProps) {
  const messages = useSourcesMessages();
  const { counted, common, behind } = useFrameMessages();
  const { percent } = useFormats();
  const nameOf = useSourceName();
  const { text, number, deals, estimate, drawn, amount } = useColumns<SourceFigures>(currency);
  const columns = [
    text(messages.source, nameOf),
    number(messages.newDeals, (row) => row.newDeals),
    deals(
      common.won,
      (row) => row.won,
      (row) => ({ cell: row.cell, title: behind.of(nameOf(row), common.won) }),
    ),
    number(common.lost, (row) => row.lost),
    estimate(common.winRate, (row) => row.winRate, percent),
    drawn(messages.bestRate, (row) => row.winRateDrawn, percent),
    amount(
      (row) => row.wonAmount,
      common.valueWon,
      (row) => (row.wonWithoutAmount > 0 ? counted.withoutAmount(row.wonWithoutAmount) : null),
    ),
  ];
  return <FigureTable columns={columns} rows={sources} rowKey={({ cell }) => cell} />;
}

/** Every source and stage with its interval, beside the others. */
export function SourceStagesTable({ sources }: Pick<SourcesTableProps, 'sources'>) {
  const messages = useSourcesMessages();
  const { common } = useFrameMessages();
  const { percent, duration } = useFormats();
  const nameOf = useSourceName();
  const { text, stage: stageColumn, deals, estimate, drawn } = useColumns<SourceStageRow>();
  const columns: readonly FigureColumn<SourceStageRow>[] = [
    text(messages.source, (row) => nameOf(row.of)),
    stageColumn(({ stage }) => stage),
    deals(
      common.visitsEnded,
      (row) => row.left,
      ({ cell, of, stage }) => ({ cell, title: messages.behindStage(nameOf(of), stage.label) }),
    ),
    estimate(common.goOn, (row) => row.ledOnShare, percent),
    drawn(common.bestGuess, (row) => row.ledOnShareDrawn, percent),
    estimate(messages.ofOthers, (row) => row.ledOnShareOfOthers, percent),
    estimate(messages.dwell, (row) => row.dwellDaysMean, duration),
    drawn(common.pace, (row) => row.pace, common.times),
    {
      title: messages.against,
      sortBy: ({ verdict }) => verdict,
      copied: ({ verdict }) => messages.verdicts[verdict],
      cell: ({ verdict }) => <Tag variant={VERDICT_TONES[verdict]}>{messages.verdicts[verdict]}</Tag>,
    },
  ];
  return <FigureTable columns={columns} rows={sourceStageRows(sources)} rowKey={({ cell }) => cell} />;
}
