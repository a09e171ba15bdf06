import type { SourceFigures, SourceStage } from '@deal-stage-insights/shared';
import { useFormats, Small } from '@deal-stage-insights/ui';
import { Tag, Text } from '@hubspot/ui-extensions';

import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';

import { type SourceStageRow, sourceStageRows } from '../../figures/sources.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useSourcesMessages } from '../../messages/sources.ts';
import { useSourceName } from './use-source-name.ts';
import { estimateColumn, stageColumn } from '../../components/columns.tsx';
import { dealsColumn } from '../../components/deals-column.tsx';

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
  const { counted: leftOut } = useFrameMessages();
  const { count, percent, money } = useFormats();
  const nameOf = useSourceName();
  const counted = (id: 'newDeals' | 'lost'): FigureColumn<SourceFigures> => ({
    id,
    title: messages[id],
    align: 'right',
    sortBy: (source) => source[id],
    cell: (source) => count(source[id]),
  });
  const columns: readonly FigureColumn<SourceFigures>[] = [
    { id: 'source', title: messages.source, sortBy: nameOf, cell: nameOf },
    counted('newDeals'),
    dealsColumn({
      id: 'won',
      title: messages.won,
      of: ({ won }) => won,
      place: (source) => ({ cell: source.cell, title: messages.behindWon(nameOf(source)) }),
    }),
    counted('lost'),
    estimateColumn({ id: 'winRate', title: messages.winRate, of: ({ winRate }) => winRate, format: percent }),
    {
      id: 'wonAmount',
      title: messages.wonAmount,
      align: 'right',
      sortBy: ({ wonAmount }) => wonAmount,
      cell: ({ wonAmount, wonWithoutAmount }) => (
        <>
          <Text>{money(wonAmount, currency)}</Text>
          {wonWithoutAmount > 0 && <Small>{leftOut.withoutAmount(wonWithoutAmount)}</Small>}
        </>
      ),
    },
  ];
  return <FigureTable columns={columns} rows={sources} rowKey={({ cell }) => cell} />;
}

/** Every source and stage with its interval, beside the others. */
export function SourceStagesTable({ sources }: Pick<SourcesTableProps, 'sources'>) {
  const messages = useSourcesMessages();
  const { percent, duration } = useFormats();
  const nameOf = useSourceName();
  const estimates = [
    { id: 'ledOn', title: messages.ledOn, of: (row: SourceStageRow) => row.ledOnShare, format: percent },
    { id: 'ofOthers', title: messages.ofOthers, of: (row: SourceStageRow) => row.ledOnShareOfOthers, format: percent },
    { id: 'dwell', title: messages.dwell, of: (row: SourceStageRow) => row.dwellDaysMean, format: duration },
  ];
  const columns: readonly FigureColumn<SourceStageRow>[] = [
    { id: 'source', title: messages.source, sortBy: ({ of }) => nameOf(of), cell: ({ of }) => nameOf(of) },
    stageColumn(messages.stage, ({ stage }) => stage),
    dealsColumn({
      id: 'left',
      title: messages.left,
      of: ({ left }) => left,
      place: ({ cell, of, stage }) => ({ cell, title: messages.behindStage(nameOf(of), stage.label) }),
    }),
    ...estimates.map((column) => estimateColumn(column)),
    {
      id: 'against',
      title: messages.against,
      sortBy: ({ verdict }) => verdict,
      copied: ({ verdict }) => messages.verdicts[verdict],
      cell: ({ verdict }) => <Tag variant={VERDICT_TONES[verdict]}>{messages.verdicts[verdict]}</Tag>,
    },
  ];
  return <FigureTable columns={columns} rows={sourceStageRows(sources)} rowKey={({ cell }) => cell} />;
}
