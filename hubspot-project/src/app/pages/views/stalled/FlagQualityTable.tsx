import type { FlagQuality, FlagQualityRule } from '@deal-stage-insights/shared';
import { Section, Small, useBilingual, useFormats } from '@deal-stage-insights/ui';
import { FigureTable } from '../../components/FigureTable.tsx';
import { useColumns } from '../../components/use-columns.tsx';
import { useStalledMessages } from '../../messages/stalled.ts';

/** Whether the flag deserves to be heard: judged by the past, beside simpler rules. */
export function FlagQualityTable({ quality }: { readonly quality: FlagQuality }) {
  const { quality: words } = useStalledMessages();
  const say = useBilingual();
  const { percent, duration } = useFormats();
  const { text, estimate, number } = useColumns<FlagQualityRule>();
  const columns = [
    { ...text(words.rule, (row) => say(row.title)), isText: true },
    estimate(words.flagged, (row) => row.flaggedShare, percent),
    estimate(words.precision, (row) => row.precision, percent),
    estimate(words.caught, (row) => row.lossesCaught, percent),
    estimate(words.false, (row) => row.winsFlagged, percent),
    number(words.lead, (row) => row.leadDaysMedian, duration),
  ];
  return (
    <Section title={words.title}>
      <Small>{words.about(quality.rows, quality.unresolved)}</Small>
      <FigureTable columns={columns} rows={quality.rules} rowKey={({ rule }) => rule} />
    </Section>
  );
}
