import type { StalledReport } from '@deal-stage-insights/shared';
import { ChartTile, Figure, useFormats } from '@deal-stage-insights/ui';
import { Statistics } from '@hubspot/ui-extensions';
import { CountFigure } from '../components/CountFigure.tsx';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { stalledBars } from '../figures/stalled.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useStalledMessages } from '../messages/stalled.ts';
import { FlagQualityTable } from './stalled/FlagQualityTable.tsx';
import { StalledDealsTable } from './stalled/StalledDealsTable.tsx';
import { WaitingDealsTable } from './stalled/WaitingDealsTable.tsx';
import { StalledStagesTable } from './stalled/StalledStagesTable.tsx';
import { Strong } from '../components/Strong.tsx';

interface ReportProps {
  readonly report: StalledReport;
}

/** The deals that have stayed too long, by what is at stake, with a reason and a next step each. */
export function StalledView({ report }: ReportProps) {
  const messages = useStalledMessages();
  const { money } = useFormats();
  const { verdicts, valueAtStake, currency, rows, rowsInAll, waiting, flagQuality } = report;
  return (
    <>
      <Strong>
        {verdicts.stalled === 0 ? messages.none : messages.headline(verdicts.stalled, money(valueAtStake, currency))}
      </Strong>
      <Verdicts report={report} />
      <DealsCounted head={{ deals: report.deals }} />
      {rows.length > 0 && <StalledDealsTable title={messages.list} inAll={rowsInAll} rows={rows} currency={currency} />}
      {waiting !== null && waiting.length > 0 && <WaitingDealsTable rows={waiting} currency={currency} />}
      <StagesChart report={report} />
      <StalledStagesTable report={report} />
      {flagQuality !== null && <FlagQualityTable quality={flagQuality} />}
    </>
  );
}

function Verdicts({ report: { verdicts, amount, valueAtStake, currency } }: ReportProps) {
  const messages = useStalledMessages();
  const { counted } = useFrameMessages();
  const { money } = useFormats();
  return (
    <Statistics>
      <CountFigure label={messages.verdicts.stalled} count={verdicts.stalled} cell="stalled" />
      <CountFigure label={messages.verdicts.onTrack} count={verdicts.onTrack} cell="on-track" />
      {verdicts.waiting !== null && (
        <CountFigure label={messages.verdicts.waiting} count={verdicts.waiting} cell="waiting" />
      )}
      <CountFigure label={messages.verdicts.unjudged} count={verdicts.unjudged} cell="unjudged" />
      <Figure
        label={messages.amount}
        number={money(amount, currency)}
        note={verdicts.stalledWithoutAmount > 0 ? counted.withoutAmount(verdicts.stalledWithoutAmount) : null}
      />
      <Figure
        label={messages.atStake}
        number={money(valueAtStake, currency)}
        note={verdicts.stalledWithoutChance > 0 ? counted.withoutChance(verdicts.stalledWithoutChance) : null}
      />
    </Statistics>
  );
}

function StagesChart({ report: { stages } }: ReportProps) {
  const { chart, verdicts } = useStalledMessages();
  const { common } = useFrameMessages();
  const groups = { stalled: verdicts.stalled, others: chart.others };
  return (
    <ChartTile
      title={chart.title}
      x={common.stage}
      y={common.deals}
      points={stalledBars(stages).map(({ label, part, deals }) => ({ x: label, y: deals, group: groups[part] }))}
      colors={{ [groups.stalled]: 'orange', [groups.others]: 'aqua' }}
      form="stacked"
    />
  );
}
