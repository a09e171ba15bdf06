import type { RevenueRange, WhatIfAnswer } from '@deal-stage-insights/shared';
import { Chart, type Formats, useFormats } from '@deal-stage-insights/ui';
import { Text } from '@hubspot/ui-extensions';
import { type FigureColumn, FigureTable } from '../../components/FigureTable.tsx';
import { RangeCell } from '../../components/RangeCell.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { isInsufficient } from '../../figures/forecast.ts';
import { signedText } from '../../figures/signed.ts';
import { comparedRanges } from '../../figures/what-if.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useForecastMessages } from '../../messages/forecast.ts';
import { useOverviewMessages } from '../../messages/overview.ts';
import { useWhatIfMessages } from '../../messages/what-if.ts';

interface AnswerProps {
  readonly answer: WhatIfAnswer;
}

/** The forecast as it is beside the forecast with the changes. */
export function WhatIfFigures({ answer }: AnswerProps) {
  const { tooLittle } = useForecastMessages();
  const rows = useRows(answer);
  if (rows.length === 0) return <Text>{tooLittle}</Text>;
  return (
    <>
      <WhatIfChart answer={answer} />
      <ComparedTable rows={rows} currency={answer.currency} />
    </>
  );
}

function WhatIfChart({ answer }: AnswerProps) {
  const messages = useWhatIfMessages();
  const { common } = useFrameMessages();
  const { thousands, before, after } = messages;
  const points = comparedRanges(answer).flatMap(({ part, ...ranges }) =>
    (['before', 'after'] as const).map((when) => ({
      x: part === 'total' ? messages.parts.total(answer.horizonDays) : messages.parts[part],
      y: Math.round(ranges[when].p50 / 100) / 10,
      group: messages[when],
    })),
  );
  return (
    <Chart
      title={messages.chart(answer.currency)}
      x={common.figure}
      y={thousands}
      points={points}
      colors={{ [before]: 'aqua', [after]: 'darkBlue' }}
    />
  );
}

/** A range of money, or one number with its own form. */
interface Row {
  readonly name: string;
  readonly before: RevenueRange | number;
  readonly after: RevenueRange | number;
  readonly format: (value: number) => string;
  /** Of a difference, where it has a form of its own: shares differ by points. */
  readonly differs?: (value: number) => string;
}

function useRows(answer: WhatIfAnswer): readonly Row[] {
  const messages = useWhatIfMessages();
  const { points } = useOverviewMessages();
  const formats = useFormats();
  const { before, after, currency, horizonDays } = answer;
  if (isInsufficient(before) || isInsufficient(after)) return [];
  return [
    ...comparedRanges(answer).map(({ part, ...ranges }) => ({
      ...ranges,
      name: part === 'total' ? messages.parts.total(horizonDays) : messages.parts[part],
      format: inMoney(formats, currency),
    })),
    { name: messages.wins, before: before.expectedWins, after: after.expectedWins, format: formats.decimal },
    ...(before.winEver === null || after.winEver === null
      ? []
      : [
          {
            name: messages.chance,
            before: before.winEver,
            after: after.winEver,
            format: formats.percent,
            differs: (share: number) => points(share * 100),
          },
        ]),
  ];
}

const inMoney = (formats: Formats, currency: string) => (amount: number) => formats.money(amount, currency);

const middle = (value: RevenueRange | number) => (typeof value === 'number' ? value : value.p50);

function ComparedTable({ rows, currency }: { readonly rows: readonly Row[]; readonly currency: string }) {
  const messages = useWhatIfMessages();
  const { common } = useFrameMessages();
  const { label } = useColumns<Row>();
  const side = (id: 'before' | 'after'): FigureColumn<Row> => ({
    title: messages[id],
    copied: (row) => middle(row[id]),
    cell: ({ format, [id]: value }) =>
      typeof value === 'number' ? format(value) : <RangeCell range={value} currency={currency} />,
  });
  const columns: readonly FigureColumn<Row>[] = [
    label(common.figure, (row) => row.name),
    side('before'),
    side('after'),
    {
      title: messages.difference,
      align: 'right',
      copied: ({ before, after }) => middle(after) - middle(before),
      cell: ({ before, after, format, differs = format }) => signedText(middle(after) - middle(before), differs),
    },
  ];
  return <FigureTable columns={columns} rows={rows} rowKey={({ name }) => name} />;
}
