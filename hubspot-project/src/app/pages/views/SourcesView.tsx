import type { SourceFigures, SourcesReport } from '@deal-stage-insights/shared';
import { ChartTile, Column, Section } from '@deal-stage-insights/ui';
import { Alert, Text } from '@hubspot/ui-extensions';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { clearDifferences, closeBars, type SourceStageRow } from '../figures/sources.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useSourcesMessages } from '../messages/sources.ts';
import { SourceMatrix } from './sources/SourceMatrix.tsx';
import { SourcesTable, SourceStagesTable } from './sources/SourceTables.tsx';
import { useSourceName } from './sources/use-source-name.ts';
import { Strong } from '../components/Strong.tsx';

/** What becomes of the deals of each lead source, and where they stop. */
export function SourcesView({ report }: { readonly report: SourcesReport }) {
  const { nothing, matrix, list } = useSourcesMessages();
  const { sources, currency } = report;
  return (
    <>
      {sources.length === 0 ? (
        <Text>{nothing}</Text>
      ) : (
        <>
          <Findings sources={sources} />
          <DealsCounted head={report} />
          <ClosesChart sources={sources} />
          <SourcesTable sources={sources} currency={currency} />
          <Section title={matrix}>
            <SourceMatrix sources={sources} />
          </Section>
          <Section title={list}>
            <SourceStagesTable sources={sources} />
          </Section>
        </>
      )}
    </>
  );
}

interface SourcesProps {
  readonly sources: readonly SourceFigures[];
}

/** As many sentences as are read. */
const SENTENCES = 3;

function Findings({ sources }: SourcesProps) {
  const messages = useSourcesMessages();
  const nameOf = useSourceName();
  const { below, above, tested } = clearDifferences(sources);
  if (tested === 0) return <Alert title={messages.tooLittle} variant="info" />;
  const all = [...below, ...above];
  if (all.length === 0) return <Strong>{messages.alike}</Strong>;
  const sentence = ({ of, stage, verdict, ledOnShare, ledOnShareOfOthers }: SourceStageRow) => {
    if (ledOnShare.kind === 'insufficient' || ledOnShareOfOthers.kind === 'insufficient') return '';
    return messages.differs(verdict === 'below', nameOf(of), stage.label, ledOnShare.value, ledOnShareOfOthers.value);
  };
  return (
    <Column gap="xs">
      {all.slice(0, SENTENCES).map((row) => (
        <Strong key={row.cell}>{sentence(row)}</Strong>
      ))}
      {all.length > SENTENCES && <Text>{messages.more(all.length - SENTENCES)}</Text>}
    </Column>
  );
}

function ClosesChart({ sources }: SourcesProps) {
  const { chart, source } = useSourcesMessages();
  const { common } = useFrameMessages();
  const nameOf = useSourceName();
  const points = closeBars(sources).map(({ of, outcome, deals }) => ({
    x: nameOf(of),
    y: deals,
    group: common[outcome],
  }));
  return (
    <ChartTile
      title={chart}
      x={source}
      y={common.deals}
      points={points}
      colors={{ [common.won]: 'green', [common.lost]: 'pink' }}
      form="stacked"
    />
  );
}
