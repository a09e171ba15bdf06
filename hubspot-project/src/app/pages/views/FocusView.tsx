import type { FocusDeal, FocusReport } from '@deal-stage-insights/shared';
import { Figure, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { Statistics } from '@hubspot/ui-extensions';
import { CountFigure } from '../components/CountFigure.tsx';
import { DealsCounted } from '../components/DealsCounted.tsx';
import type { FigureTableProps } from '../components/FigureTable.tsx';
import { Strong } from '../components/Strong.tsx';
import { useColumns } from '../components/use-columns.tsx';
import { useFocusMessages } from '../messages/focus.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useStagesMessages } from '../messages/stages.ts';
import { useStalledMessages } from '../messages/stalled.ts';
import { WinBackList } from './focus/WinBackList.tsx';
import { StalledDealsTable } from './stalled/StalledDealsTable.tsx';

interface ReportProps {
  readonly report: FocusReport;
}

/** The deals most worth working on, by what is at stake, with why and what next; and those to win back. */
export function FocusView({ report }: ReportProps) {
  const messages = useFocusMessages();
  const { verdicts, atStake } = useStalledMessages();
  const { parked } = useStagesMessages();
  const { counted } = useFrameMessages();
  const say = useBilingual();
  const { money } = useFormats();
  const { counts, soonDays, valueAtStake, currency } = report;
  const lists = [
    [messages.focus, report.rows, counts.focus],
    [messages.withoutAmount, report.withoutAmount, counts.withoutAmount],
    [parked, report.parked, counts.parked],
  ] as const;
  return (
    <>
      <Strong>{say(report.headline)}</Strong>
      <Statistics>
        <CountFigure label={messages.focus} count={counts.focus} cell="focus" />
        <CountFigure label={messages.soon(soonDays)} count={counts.lateSoon} cell="late-soon" />
        <CountFigure label={messages.calm} count={counts.calm} cell="calm" />
        <CountFigure label={verdicts.waiting} count={counts.waiting} cell="waiting" />
        <Figure
          label={atStake}
          number={money(valueAtStake, currency)}
          note={counts.withoutChance > 0 ? counted.withoutChance(counts.withoutChance) : null}
        />
      </Statistics>
      <DealsCounted head={{ deals: report.deals }} />
      {lists.map(
        ([title, rows, inAll]) =>
          rows.length > 0 && <FocusTable key={title} title={title} inAll={inAll} rows={rows} report={report} />,
      )}
      <WinBackList report={report} />
    </>
  );
}

interface FocusTableProps extends ReportProps, Pick<FigureTableProps<FocusDeal>, 'title' | 'inAll' | 'rows'> {}

function FocusTable({ report, ...table }: FocusTableProps) {
  const messages = useFocusMessages();
  const { money, percent, duration } = useFormats();
  const { estimate } = useColumns<FocusDeal>();
  const { currency, laterDays } = report;
  const more = [
    estimate(
      messages.later(laterDays),
      (row) => row.winEverLater,
      percent,
      ({ lessLater }) => (lessLater ? messages.less(money(lessLater, currency)) : null),
    ),
    estimate(messages.usual, (row) => row.usualDays, duration),
  ];
  return <StalledDealsTable {...table} currency={currency} more={more} />;
}
