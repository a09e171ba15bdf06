import type { OverviewReport } from '@deal-stage-insights/shared';
import { Tag } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { allFigures, type AnyFigure, changeTone } from '../../figures/overview.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useOverviewMessages } from '../../messages/overview.ts';
import { useValueText } from '../overview/use-value-text.ts';
import { useVerdicts } from '../overview/use-verdicts.ts';

/** The figures of the overview as lines: each beside the period before. */
export function FiguresTable({ report }: { readonly report: OverviewReport }) {
  const { common } = useFrameMessages();
  const messages = useOverviewMessages();
  const verdicts = useVerdicts();
  const { label } = useColumns<AnyFigure>();
  const text = useValueText(report.currency);
  const columns: readonly FigureColumn<AnyFigure>[] = [
    label(common.figure, ({ figure }) => messages.figures[figure]),
    label(common.now, (row) => text(row, row.now).value),
    label(common.before, (row) => text(row, row.before).value),
    {
      title: common.change,
      copied: ({ change }) => verdicts[change.verdict],
      cell: (row) => <Tag variant={changeTone(row)}>{verdicts[row.change.verdict]}</Tag>,
    },
  ];
  return <FigureTable columns={columns} rows={allFigures(report)} rowKey={({ figure }) => figure} />;
}
