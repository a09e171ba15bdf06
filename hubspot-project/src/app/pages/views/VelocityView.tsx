import { parseVelocityReport, type VelocityReport } from '@deal-stage-insights/shared';
import { EstimateFigure, useFormats, Section, Small } from '@deal-stage-insights/ui';
import { AutoGrid, Flex, Statistics, Text, Tile } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { ratioOf, strongestFactor } from '../figures/velocity.ts';
import { useVelocityMessages } from '../messages/velocity.ts';
import { FactorsChart, MonthsChart } from './velocity/VelocityCharts.tsx';
import { FactorsTable, MonthsTable } from './velocity/VelocityTables.tsx';
import { Strong } from '../components/Strong.tsx';

const CHART_WIDTH_PX = 420;

/** What the pipeline earns a day, and which of its four factors made the difference. */
export function VelocityView() {
  return (
    <ReportScreen viewId="velocity" parse={parseVelocityReport}>
      {(report) => <VelocityOfPipeline report={report} />}
    </ReportScreen>
  );
}

function VelocityOfPipeline({ report }: { readonly report: VelocityReport }) {
  const { now, before, change, months, currency } = report;
  const messages = useVelocityMessages();
  const { money } = useFormats();
  const worth = (amount: number) => money(amount, currency);
  return (
    <>
      <ChangeSentence change={change} />
      <Statistics>
        <EstimateFigure label={messages.perDay} estimate={now.velocity} format={worth} />
        <EstimateFigure label={messages.before} estimate={before.velocity} format={worth} />
      </Statistics>
      <DealsCounted head={report} />
      {now.wonWithoutAmount > 0 && <Small>{messages.wonWithoutAmount(now.wonWithoutAmount)}</Small>}
      <AutoGrid columnWidth={CHART_WIDTH_PX} flexible={true} gap="md">
        {change !== null && (
          <Tile>
            <FactorsChart change={change} />
          </Tile>
        )}
        <Tile>
          <MonthsChart months={months} currency={currency} />
        </Tile>
      </AutoGrid>
      <FactorsTable report={report} />
      <Section title={messages.trends.title}>
        <MonthsTable months={months} currency={currency} />
      </Section>
    </>
  );
}

/** Whether it changed at all comes first; the percentage alone would be read as a fact. */
function ChangeSentence({ change }: Pick<VelocityReport, 'change'>) {
  const messages = useVelocityMessages();
  if (change === null) return <Text>{messages.noChangeKnown}</Text>;
  const ratio = ratioOf(change.total);
  const factor = messages.factors[strongestFactor(change)];
  const sentence = {
    faster: messages.faster(ratio, factor),
    slower: messages.slower(ratio, factor),
    'no-clear-change': messages.noClearChange(ratio),
  }[change.verdict];
  return (
    <Flex direction="column" gap="xs">
      <Strong>{sentence}</Strong>
      <Small>{messages.between(ratioOf(change.low), ratioOf(change.high))}</Small>
    </Flex>
  );
}
