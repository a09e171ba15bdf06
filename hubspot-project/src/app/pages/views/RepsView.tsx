import type { RepsReport } from '@deal-stage-insights/shared';
import { Section, Small } from '@deal-stage-insights/ui';
import { Alert, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { useRepsMessages } from '../messages/reps.ts';
import { BandsTable, RepsTable } from './reps/RepTables.tsx';

/** Fair comparisons: the same deals, with their uncertainty, and private unless an admin says otherwise. */
export function RepsView({ report }: { readonly report: RepsReport }) {
  const messages = useRepsMessages();
  const { own, reps, bands, pooled, needed } = report;
  return (
    <>
      <Alert title={report.view === 'named' ? messages.named : messages.private} variant="info" />
      <DealsCounted head={report} />
      <Section title={messages.own}>
        {own === null ? <Text>{messages.noDeals}</Text> : <RepsTable rows={[own]} report={report} />}
      </Section>
      {reps.length > 0 && (
        <Section title={messages.reps}>
          <RepsTable rows={reps} report={report} />
        </Section>
      )}
      {pooled !== null && <Small>{messages.pooled(pooled.reps, needed)}</Small>}
      <Section title={messages.bands}>
        {bands.length === 0 ? <Text>{messages.noBands}</Text> : <BandsTable bands={bands} />}
      </Section>
    </>
  );
}
