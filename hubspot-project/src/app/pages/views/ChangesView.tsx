import type { ChangesReport } from '@deal-stage-insights/shared';
import { ChartTile, Column, Small, useFormats } from '@deal-stage-insights/ui';
import { AutoGrid, Select, Text } from '@hubspot/ui-extensions';
import { useState } from 'react';
import { DealsCounted } from '../components/DealsCounted.tsx';
import { Strong } from '../components/Strong.tsx';
import { largestStep, type Measure, MEASURES, waterfall } from '../figures/changes.ts';
import { signedText } from '../figures/signed.ts';
import { useFrameMessages } from '../messages/frame.ts';
import { useChangesMessages } from '../messages/changes.ts';
import { ChangedDealsTable, StepsTable } from './changes/ChangesTables.tsx';

interface ReportProps {
  readonly report: ChangesReport;
}

const FIELD_WIDTH_PX = 220;

/** The open pipeline then and now, and what lies between. */
export function ChangesView({ report }: ReportProps) {
  const messages = useChangesMessages();
  const [measure, setMeasure] = useState<Measure>('amount');
  const { rows, rowsInAll, currency } = report;
  return (
    <>
      <ChangesFindings report={report} measure={measure} />
      <DealsCounted head={report} />
      <AutoGrid columnWidth={FIELD_WIDTH_PX} gap="md">
        <Select
          label={messages.measure}
          name="measure"
          value={measure}
          options={MEASURES.map((value) => ({ label: messages.measures[value], value }))}
          onChange={(value) => setMeasure(MEASURES.find((known) => known === value) ?? measure)}
        />
      </AutoGrid>
      <Waterfall report={report} measure={measure} />
      <StepsTable report={report} />
      {rows.length > 0 && <ChangedDealsTable title={messages.list} inAll={rowsInAll} rows={rows} currency={currency} />}
    </>
  );
}

interface MeasuredProps extends ReportProps {
  readonly measure: Measure;
}

/** From what to what the open pipeline went, and what did most of it. */
export function ChangesFindings({ report, measure }: MeasuredProps) {
  const messages = useChangesMessages();
  const { counted } = useFrameMessages();
  const { count, money } = useFormats();
  const text = (value: number) => (measure === 'deals' ? count(value) : money(value, report.currency));
  const most = largestStep(report.steps, measure);
  return (
    <Column gap="xs">
      <Strong>{messages.headline(text(report.before[measure]), text(report.after[measure]))}</Strong>
      <Text>
        {most === null ? messages.same : messages.most(messages.kinds[most.kind], signedText(most[measure], text))}
      </Text>
      {report.after.withoutAmount > 0 && <Small>{counted.withoutAmount(report.after.withoutAmount)}</Small>}
      {report.after.withoutChance > 0 && <Small>{counted.withoutChance(report.after.withoutChance)}</Small>}
    </Column>
  );
}

function Waterfall({ report, measure }: MeasuredProps) {
  const messages = useChangesMessages();
  const { common } = useFrameMessages();
  const { level, more, less } = messages;
  const names = { ...messages.kinds, 'at-start': messages.atStart, now: common.now };
  // Axes have little room.
  const shown = (value: number) => (measure === 'deals' ? value : Math.round(value / 100) / 10);
  return (
    <ChartTile
      title={messages.chart}
      x={messages.step}
      y={measure === 'deals' ? messages.measures.deals : common.thousand(report.currency)}
      points={waterfall(report, measure).map(({ kind, part, value }) => ({
        x: names[kind],
        y: shown(value),
        group: messages[part],
      }))}
      colors={{ [level]: 'blue', [more]: 'green', [less]: 'pink' }}
      form="stacked"
    />
  );
}
