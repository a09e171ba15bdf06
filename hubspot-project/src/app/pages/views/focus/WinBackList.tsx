import type { FocusReport, LostDeal } from '@deal-stage-insights/shared';
import { EstimateFigure, Section, Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { Statistics, Text } from '@hubspot/ui-extensions';
import { FigureTable } from '../../components/FigureTable.tsx';
import { dealColumn } from '../../components/plain-columns.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useFocusMessages } from '../../messages/focus.ts';
import { useFrameMessages } from '../../messages/frame.ts';
import { useStalledMessages } from '../../messages/stalled.ts';
import { useTransitionsMessages } from '../../messages/transitions.ts';

/** Lost deals of an age worth another call, and what became of such deals before. */
export function WinBackList({ report }: { readonly report: FocusReport }) {
  const messages = useFocusMessages();
  const { losses } = useTransitionsMessages();
  const { atLeast } = useStalledMessages();
  const { common, counted } = useFrameMessages();
  const say = useBilingual();
  const { percent, duration } = useFormats();
  const { text, label, amount } = useColumns<LostDeal>(report.currency);
  const { lost, counts, winBack } = report;
  const columns = [
    dealColumn<LostDeal>(common.deal),
    label(losses.stage, ({ stage }) => stage?.label ?? '–'),
    amount((row) => row.amount),
    text(
      messages.since,
      ({ lostDays, isAtLeast }) => (isAtLeast ? atLeast(duration(lostDays)) : duration(lostDays)),
      (row) => row.lostDays,
    ),
    text(losses.reason, ({ reason }) => reason ?? losses.noReason),
  ];
  return (
    <Section title={messages.winBack}>
      <Text>{say(winBack.headline)}</Text>
      {winBack.reopenedShare !== null && winBack.wonShare !== null && (
        <Statistics>
          <EstimateFigure label={messages.reopened} estimate={winBack.reopenedShare} format={percent} />
          <EstimateFigure label={messages.wonAgain} estimate={winBack.wonShare} format={percent} />
        </Statistics>
      )}
      {counts.lost > lost.length && <Small>{counted.first(lost.length, counts.lost)}</Small>}
      {lost.length > 0 && <FigureTable columns={columns} rows={lost} rowKey={({ dealId }) => dealId} />}
    </Section>
  );
}
