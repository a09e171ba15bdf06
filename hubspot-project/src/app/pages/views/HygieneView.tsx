import type { HygieneReport } from '@deal-stage-insights/shared';
import { ChartTile, Column, Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { Flex, ScoreCircle, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { Strong } from '../components/Strong.tsx';
import { costlyFaults } from '../figures/hygiene.ts';
import { useHygieneMessages } from '../messages/hygiene.ts';
import { CasesTable, EffectsTable, FaultsTable } from './hygiene/HygieneTables.tsx';

interface ReportProps {
  readonly report: HygieneReport;
}

/** How well the pipeline is kept, what was found, and what that does to the figures. */
export function HygieneView({ report }: ReportProps) {
  return (
    <>
      <Score report={report} />
      <DealsCounted head={report} />
      <FaultsChart report={report} />
      <FaultsTable report={report} />
      {report.effects.length > 0 && <EffectsTable effects={report.effects} />}
      {report.cases.length > 0 && <CasesTable report={report} />}
    </>
  );
}

function Score({ report: { score, faults, moves, openDeals } }: ReportProps) {
  const messages = useHygieneMessages();
  const say = useBilingual();
  const { count } = useFormats();
  const [worst] = costlyFaults(faults);
  if (score === null) return <Text>{messages.nothing}</Text>;
  return (
    <Flex direction="row" gap="md" align="center" wrap={true}>
      <ScoreCircle score={Math.round(score)} />
      <Column gap="xs">
        <Strong>{messages.score(count(score))}</Strong>
        <Text>{worst === undefined ? messages.clean : messages.worst(say(worst.title), worst.points)}</Text>
        <Small>{messages.looked(moves, openDeals)}</Small>
      </Column>
    </Flex>
  );
}

function FaultsChart({ report: { faults } }: ReportProps) {
  const { chart, fault, points } = useHygieneMessages();
  const say = useBilingual();
  const bars = costlyFaults(faults);
  if (bars.length === 0) return null;
  return (
    <ChartTile
      title={chart}
      x={fault}
      y={points}
      points={bars.map((row) => ({ x: say(row.title), y: Math.round(row.points * 10) / 10, group: points }))}
      colors={{ [points]: 'orange' }}
    />
  );
}
