import { parseStalledReport, type StalledReport } from '@deal-stage-insights/shared';
import { useFormats, Section, Small } from '@deal-stage-insights/ui';
import { Statistics, StatisticsItem, Tile } from '@hubspot/ui-extensions';
import { CountFigure } from '../components/CountFigure.tsx';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { GroupedBars } from '../components/GroupedBars.tsx';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { stalledBars } from '../figures/stalled.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useStalledMessages } from '../messages/stalled.ts';
import { FlagQualityTable } from './stalled/FlagQualityTable.tsx';
import { StalledDealsTable } from './stalled/StalledDealsTable.tsx';
import { StalledStagesTable } from './stalled/StalledStagesTable.tsx';
import { Strong } from '../components/Strong.tsx';

/** The deals that have stayed too long, by what is at stake, with a reason and a next step each. */
export function StalledView() {
  return (
    <ReportScreen viewId="stalled" parse={parseStalledReport}>
      {(report) => <Stalled report={report} />}
    </ReportScreen>
  );
}

interface ReportProps {
  readonly report: StalledReport;
}

function Stalled({ report }: ReportProps) {
  const messages = useStalledMessages();
  const { counted } = useFrameMessages();
  const { money } = useFormats();
  const { verdicts, valueAtStake, currency, rows, rowsInAll, flagQuality } = report;
  return (
    <>
      <Strong>
        {verdicts.stalled === 0 ? messages.none : messages.headline(verdicts.stalled, money(valueAtStake, currency))}
      </Strong>
      <Verdicts report={report} />
      <DealsCounted head={{ deals: report.deals }} />
      {rows.length > 0 && (
        <Section title={messages.list}>
          {rowsInAll > rows.length && <Small>{counted.first(rows.length, rowsInAll)}</Small>}
          <StalledDealsTable rows={rows} currency={currency} />
        </Section>
      )}
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
      <CountFigure label={messages.verdicts.unjudged} count={verdicts.unjudged} cell="unjudged" />
      <StatisticsItem label={messages.amount} number={money(amount, currency)}>
        {verdicts.stalledWithoutAmount > 0 && <Small>{counted.withoutAmount(verdicts.stalledWithoutAmount)}</Small>}
      </StatisticsItem>
      <StatisticsItem label={messages.atStake} number={money(valueAtStake, currency)}>
        {verdicts.stalledWithoutChance > 0 && <Small>{counted.withoutChance(verdicts.stalledWithoutChance)}</Small>}
      </StatisticsItem>
    </Statistics>
  );
}

function StagesChart({ report: { stages } }: ReportProps) {
  const { chart, stage, verdicts } = useStalledMessages();
  const groups = { stalled: verdicts.stalled, others: chart.others };
  return (
    <Tile>
      <GroupedBars
        title={chart.title}
        labels={{ x: stage, y: chart.deals }}
        points={stalledBars(stages).map(({ label, part, deals }) => ({ x: label, y: deals, group: groups[part] }))}
        colors={{ [groups.stalled]: 'orange', [groups.others]: 'aqua' }}
        stacking={true}
      />
    </Tile>
  );
}
