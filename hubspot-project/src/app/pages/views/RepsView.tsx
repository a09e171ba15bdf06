import { parseRepsReport, type RepsReport } from '@deal-stage-insights/shared';
import { HowComputed } from '@deal-stage-insights/ui';
import { Alert, Flex, Heading, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { ReportScreen } from '../components/ReportScreen.tsx';
import { useRepsMessages } from '../messages/reps.ts';
import { BandsTable, RepsTable } from './reps/RepTables.tsx';

/** Fair comparisons: the same deals, with their uncertainty, and private unless an admin says otherwise. */
export function RepsView() {
  return (
    <ReportScreen viewId="reps" parse={parseRepsReport}>
      {(report) => <Reps report={report} />}
    </ReportScreen>
  );
}

function Reps({ report }: { readonly report: RepsReport }) {
  const messages = useRepsMessages();
  const { own, reps, bands, pooled, needed } = report;
  return (
    <>
      <Alert title={report.view === 'named' ? messages.named : messages.private} variant="info" />
      <DealsCounted head={report} />
      <Flex direction="column" gap="xs">
        <Heading>{messages.own}</Heading>
        {own === null ? <Text>{messages.noDeals}</Text> : <RepsTable rows={[own]} report={report} />}
      </Flex>
      {reps.length > 0 && (
        <Flex direction="column" gap="xs">
          <Heading>{messages.reps}</Heading>
          <RepsTable rows={reps} report={report} />
        </Flex>
      )}
      {pooled !== null && <Text variant="microcopy">{messages.pooled(pooled.reps, needed)}</Text>}
      <Flex direction="column" gap="xs">
        <Heading>{messages.bands}</Heading>
        {bands.length === 0 ? <Text>{messages.noBands}</Text> : <BandsTable bands={bands} />}
      </Flex>
      <HowComputed answers={messages.explained} />
    </>
  );
}
