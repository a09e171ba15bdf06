import type { VelocityReport } from '@deal-stage-insights/shared';
import { Column, EstimateFigure, Section, Small, useFormats } from '@deal-stage-insights/ui';
import { Statistics, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { SideBySide } from '../components/SideBySide.tsx';
import { ratioOf, strongestFactor } from '../figures/velocity.ts';
import { useVelocityMessages } from '../messages/velocity.ts';
import { useFactorNames } from './velocity/use-factor-names.ts';
import { FactorsChart, MonthsChart } from './velocity/VelocityCharts.tsx';
import { FactorsTable, MonthsTable } from './velocity/VelocityTables.tsx';
import { Strong } from '../components/Strong.tsx';

/** What the pipeline earns a day, and which of its four factors made the difference. */
export function VelocityView({ report }: { readonly report: VelocityReport }) {
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
      <SideBySide>
        {change !== null && <FactorsChart change={change} />}
        <MonthsChart months={months} currency={currency} />
      </SideBySide>
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
  const names = useFactorNames();
  if (change === null) return <Text>{messages.noChangeKnown}</Text>;
  const ratio = ratioOf(change.total);
  const factor = names[strongestFactor(change)];
  const sentence =
    change.verdict === 'no-clear-change'
      ? messages.noClearChange(ratio)
      : messages.earns(change.verdict === 'faster', ratio, factor);
  return (
    <Column gap="xs">
      <Strong>{sentence}</Strong>
      <Small>{messages.between(ratioOf(change.low), ratioOf(change.high))}</Small>
    </Column>
  );
}
